package dev.csai.chat.job;

import dev.csai.shared.problem.ProblemException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The states of an execution, by the names that Spring Batch gives them. */
enum Status {
    STARTING, STARTED, STOPPING, STOPPED, COMPLETED, FAILED, ABANDONED, UNKNOWN;

    /** Reads a filter; absent means all. */
    static @Nullable String checked(@Nullable String asked) {
        if (asked != null && Arrays.stream(values()).noneMatch(known -> known.name().equals(asked))) {
            throw ProblemException.invalid("status", "not-allowed",
                    "A status is one of " + Arrays.toString(values()) + ".");
        }
        return asked;
    }

    static boolean isRunning(String status) {
        return switch (valueOf(status)) {
            case STARTING, STARTED, STOPPING -> true;
            case STOPPED, COMPLETED, FAILED, ABANDONED, UNKNOWN -> false;
        };
    }
}
