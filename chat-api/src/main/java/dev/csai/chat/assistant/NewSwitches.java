package dev.csai.chat.assistant;

import dev.csai.shared.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Switches as they come; one that is not named stays as it is, so that two people at different ones do no harm. */
record NewSwitches(@Nullable Boolean enabled, @Nullable Map<String, @Nullable Boolean> channels) {

    NewSwitches checked() {
        if (enabled == null && (channels == null || channels.isEmpty())) {
            throw ProblemException.invalid("/enabled", "required", "Say what is to be on or off.");
        }
        if (channels != null) {
            channels.forEach(NewSwitches::check);
        }
        return this;
    }

    Switches over(Switches before) {
        Map<String, Boolean> after = new HashMap<>(before.channels());
        if (channels != null) {
            channels.forEach((channel, on) -> after.put(channel, Boolean.TRUE.equals(on)));
        }
        return new Switches(enabled == null ? before.enabled() : enabled, after);
    }

    private static void check(String channel, @Nullable Boolean on) {
        String at = "/channels/" + channel.replace("~", "~0").replace("/", "~1");
        if (Channel.find(channel).isEmpty()) {
            throw ProblemException.invalid(at, "not-allowed", "There is no such channel.");
        }
        if (on == null) {
            throw ProblemException.invalid(at, "required", "A channel is true or false.");
        }
    }
}
