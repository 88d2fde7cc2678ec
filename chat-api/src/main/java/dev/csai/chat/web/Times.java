package dev.csai.chat.web;

import dev.csai.shared.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times that stand in a query. */
public final class Times {

    /** What a database can hold. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Times() {}

    /**
     * @param given an empty one asks for nothing
     * @throws ProblemException if it is not written as RFC 3339 has it, in UTC
     */
    public static @Nullable Instant optional(@Nullable String given, String name) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return parse(given.strip());
        } catch (DateTimeException e) {
            throw ProblemException.invalid(name, "malformed", "A time is written as in 2026-01-31T12:00:00Z.");
        }
    }

    /** @throws DateTimeException if it is none, or none that a database can hold */
    public static Instant parse(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new DateTimeException("out of the range of times");
        }
        return time;
    }
}
