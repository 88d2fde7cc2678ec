package dev.csai.chat.assistant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What contacts write on. */
public enum Channel {
    WIDGET;

    /** As it is stored with a conversation and told to clients. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none of this word */
    public static Channel of(String word) {
        return find(word).orElseThrow(() -> new IllegalArgumentException("no such channel: " + word));
    }

    static Optional<Channel> find(String word) {
        return Arrays.stream(values()).filter(channel -> channel.word().equals(word)).findFirst();
    }
}
