package dev.csai.chat.assistant;

import dev.csai.chat.audit.Snapshot;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether the assistant answers at all, and on which channels.
 *
 * @param channels by their words, every one there is
 */
public record Switches(boolean enabled, Map<String, Boolean> channels) implements Snapshot {

    public Switches {
        channels = Collections.unmodifiableMap(new TreeMap<>(channels));
    }

    static Switches of(boolean enabled, Set<Channel> off) {
        Map<String, Boolean> channels = new TreeMap<>();
        Arrays.stream(Channel.values()).forEach(channel -> channels.put(channel.word(), !off.contains(channel)));
        return new Switches(enabled, channels);
    }

    public boolean isOnFor(Channel channel) {
        return enabled && channels.getOrDefault(channel.word(), true);
    }

    Set<Channel> off() {
        Set<Channel> off = EnumSet.noneOf(Channel.class);
        Arrays.stream(Channel.values()).filter(channel -> !channels.getOrDefault(channel.word(), true))
                .forEach(off::add);
        return off;
    }
}
