package dev.csai.chat.key;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whom a key is for. */
enum Kind {
    /** A page's; everybody may read it. */
    @JsonProperty("publishable")
    PUBLISHABLE,
    /** A server's. */
    @JsonProperty("secret")
    SECRET;

    /** The word used in tables and the API. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
