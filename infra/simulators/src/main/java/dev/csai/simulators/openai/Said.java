package dev.csai.simulators.openai;

import java.time.Duration;
import java.util.List;

/**
 * What the model says.
 *
 * @param status of the response; anything but 200 is an error without deltas
 * @param deltas one piece of the text each
 * @param before how long the model thinks
 * @param between how long it waits before each further delta
 * @param breaks whether the connection ends behind the last delta, before the end was told
 */
public record Said(int status, List<String> deltas, int promptTokens, int completionTokens, Duration before,
        Duration between, boolean breaks) {

    public Said {
        deltas = List.copyOf(deltas);
    }

    public static Said of(String... deltas) {
        return new Said(200, List.of(deltas), 100, deltas.length, Duration.ZERO, Duration.ZERO, false);
    }

    public static Said failing(int status) {
        return new Said(status, List.of(), 0, 0, Duration.ZERO, Duration.ZERO, false);
    }

    public Said using(int prompt, int completion) {
        return new Said(status, deltas, prompt, completion, before, between, breaks);
    }

    public Said thinking(Duration time) {
        return new Said(status, deltas, promptTokens, completionTokens, time, between, breaks);
    }

    public Said pausing(Duration time) {
        return new Said(status, deltas, promptTokens, completionTokens, before, time, breaks);
    }

    public Said breaking() {
        return new Said(status, deltas, promptTokens, completionTokens, before, between, true);
    }

    String text() {
        return String.join("", deltas);
    }
}
