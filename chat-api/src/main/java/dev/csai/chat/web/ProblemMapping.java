package dev.csai.chat.web;

import dev.csai.shared.problem.FieldError;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Which problem an exception is. Its own text never reaches the client unless it was written for one. */
final class ProblemMapping {

    private static final Logger log = LoggerFactory.getLogger(ProblemMapping.class);

    /** The framework has no type for it, only these words, and in them the limit that is configured. */
    private static final Pattern TOO_MANY_PARTS = Pattern.compile("Too many parts \\(\\d+/(\\d+) allowed\\)");

    private ProblemMapping() {}

    static ProblemException of(Throwable failure, ServerHttpRequest request) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case WebExchangeBindException binding -> ProblemException.invalid(fieldErrors(binding));
            case MissingRequestValueException missing -> ProblemException.invalid(missing.getName(), "required",
                    "The " + missing.getLabel() + " '" + missing.getName() + "' is missing.");
            case ServerWebInputException input -> ofInput(input);
            case ResponseStatusException status -> ofStatus(status);
            case DecodingException decoding -> ofInput(decoding);
            case DataBufferLimitException limit -> tooLarge();
            case TimeoutException timeout -> unavailable(failure, request);
            default -> isDatabaseAway(failure) ? unavailable(failure, request) : internal(failure, request);
        };
    }

    /** Of a query, which is bound and not validated. The framework's own text has names of classes in it. */
    private static List<FieldError> fieldErrors(WebExchangeBindException binding) {
        return binding.getFieldErrors().stream()
                .map(error -> new FieldError(error.getField(), "malformed",
                        "The value has the wrong type or form."))
                .toList();
    }

    private static ProblemException ofInput(Throwable input) {
        if (find(input, DataBufferLimitException.class) != null) {
            return tooLarge();
        }
        JacksonException json = find(input, JacksonException.class);
        if (json == null) {
            Matcher parts = TOO_MANY_PARTS.matcher(String.valueOf(input.getMessage()));
            if (parts.find()) {
                return ProblemException.invalid("file", "too-many",
                        "One request holds at most " + parts.group(1) + " files; send the others in another.");
            }
            return ProblemException.of(ProblemType.INVALID_REQUEST, "A value of the request could not be read.");
        }
        String pointer = pointer(json);
        if (json instanceof UnrecognizedPropertyException) {
            return ProblemException.invalid(pointer, "unknown", "There is no such field.");
        }
        return pointer.isEmpty()
                ? ProblemException.invalid("", "malformed", "The body is not valid JSON.")
                : ProblemException.invalid(pointer, "wrong-type", "The value has the wrong type or form.");
    }

    private static String pointer(JacksonException json) {
        return json.getPath().stream()
                .map(step -> step.getPropertyName() != null ? step.getPropertyName() : String.valueOf(step.getIndex()))
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static ProblemException ofStatus(ResponseStatusException status) {
        ProblemType type = switch (status.getStatusCode().value()) {
            case 401 -> ProblemType.UNAUTHENTICATED;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 409 -> ProblemType.CONFLICT;
            case 413 -> ProblemType.TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> ProblemType.RATE_LIMITED;
            case 503 -> ProblemType.UNAVAILABLE;
            default -> status.getStatusCode().is4xxClientError() ? ProblemType.INVALID_REQUEST : ProblemType.INTERNAL;
        };
        return ProblemException.of(type, type.title() + ".");
    }

    private static ProblemException tooLarge() {
        return ProblemException.of(ProblemType.TOO_LARGE, "The request is larger than this endpoint accepts.");
    }

    private static boolean isDatabaseAway(Throwable failure) {
        return find(failure, DataAccessResourceFailureException.class) != null
                || find(failure, CannotCreateTransactionException.class) != null;
    }

    private static ProblemException unavailable(Throwable failure, ServerHttpRequest request) {
        log.error("{} {} met a part that does not answer", request.getMethod(), ShownPath.of(request), failure);
        return ProblemException.retryLater(ProblemType.UNAVAILABLE, "Please try again in a moment.",
                Duration.ofSeconds(5));
    }

    private static ProblemException internal(Throwable failure, ServerHttpRequest request) {
        log.error("{} {} failed", request.getMethod(), ShownPath.of(request), failure);
        return ProblemException.of(ProblemType.INTERNAL, "Please try again; the incident " + request.getId()
                + " is in our log.");
    }

    private static <T extends Throwable> @Nullable T find(@Nullable Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
