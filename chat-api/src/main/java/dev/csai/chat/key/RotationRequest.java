package dev.csai.chat.key;

import dev.csai.shared.problem.ProblemException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * @param overlapMinutes how long the old key still works; a day if it is not given
 */
record RotationRequest(@Nullable Integer overlapMinutes) {

    private static final int DEFAULT_MINUTES = 1440;
    private static final int MAX_MINUTES = 10_080;

    static Duration overlapOf(@Nullable RotationRequest request) {
        return (request == null ? new RotationRequest(null) : request).checkedOverlap();
    }

    private Duration checkedOverlap() {
        int minutes = overlapMinutes == null ? DEFAULT_MINUTES : overlapMinutes;
        if (minutes < 0 || minutes > MAX_MINUTES) {
            throw ProblemException.invalid("/overlapMinutes", "out-of-range",
                    "overlapMinutes must be from 0 to " + MAX_MINUTES + ", which is a week.");
        }
        return Duration.ofMinutes(minutes);
    }
}
