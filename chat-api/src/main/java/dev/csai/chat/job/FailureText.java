package dev.csai.chat.job;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why an execution failed, fit to be shown. A job's owner writes one sentence; what the framework writes in its stead,
 * a stack trace, may hold anything and stays in the database.
 */
final class FailureText {

    private static final Pattern SENTENCE = Pattern.compile("\\p{Lu}[\\p{L}\\p{N} ,;:'()-]{1,200}\\.");
    /** A qualified or an exception's name. */
    private static final Pattern INTERNAL = Pattern.compile("\\w\\.\\w|\\w(Exception|Error)\\b");

    private FailureText() {}

    static @Nullable String of(String status, @Nullable String message, @Nullable String failedStep) {
        return switch (Status.valueOf(status)) {
            case STARTING, STARTED, STOPPING, COMPLETED -> null;
            case STOPPED, FAILED, ABANDONED, UNKNOWN -> sentence(message, failedStep);
        };
    }

    private static String sentence(@Nullable String message, @Nullable String failedStep) {
        if (message != null && SENTENCE.matcher(message).matches() && !INTERNAL.matcher(message).find()) {
            return message;
        }
        return failedStep == null
                ? "The job did not end well; its log tells why."
                : "The step '%s' failed; the log tells why.".formatted(failedStep);
    }
}
