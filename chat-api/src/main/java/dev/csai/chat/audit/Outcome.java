package dev.csai.chat.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** What became of an operation. */
enum Outcome {
    ALLOWED,
    /** Whoever asked may not, or not so often. */
    DENIED, FAILED;

    /** The word used in tables and the API. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Outcome> ofWord(String word) {
        return Arrays.stream(values()).filter(outcome -> outcome.word().equals(word)).findFirst();
    }

    static Outcome of(HttpStatusCode status) {
        if (!status.isError()) {
            return ALLOWED;
        }
        return status.isSameCodeAs(HttpStatus.UNAUTHORIZED) || status.isSameCodeAs(HttpStatus.FORBIDDEN)
                || status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS) ? DENIED : FAILED;
    }
}
