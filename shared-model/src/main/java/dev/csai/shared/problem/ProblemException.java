package dev.csai.shared.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A broken precondition that a client is told of. Its message is written for the client and holds no internals. */
public final class ProblemException extends RuntimeException {

    private final ProblemType type;
    private final List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    private ProblemException(ProblemType type, String detail, List<FieldError> errors, @Nullable Duration retryAfter) {
        super(detail);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(), null);
    }

    public static ProblemException invalid(String pointer, String code, String detail) {
        return new ProblemException(ProblemType.INVALID_REQUEST, detail,
                List.of(new FieldError(pointer, code, detail)), null);
    }

    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(ProblemType.INVALID_REQUEST, "Some fields are not valid.", errors, null);
    }

    public static ProblemException retryLater(ProblemType type, String detail, Duration after) {
        return new ProblemException(type, detail, List.of(), after);
    }

    /** Another tenant's id answers exactly like an unknown one, so this takes no id. */
    public static ProblemException notFound(String what) {
        return of(ProblemType.NOT_FOUND, "There is no such " + what + ".");
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        String message = getMessage();
        return message == null ? type.title() : message;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
