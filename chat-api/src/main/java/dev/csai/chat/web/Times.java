package dev.csai.chat.web;

import dev.csai.shared.problem.ProblemException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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
            Instant time = Instant.parse(given.strip());
            if (!time.isBefore(FIRST) && !time.isAfter(LAST)) {
                return time;
            }
        } catch (DateTimeParseException e) {
            throw malformed(name);
        }
        throw malformed(name);
    }

    private static ProblemException malformed(String name) {
        return ProblemException.invalid(name, "malformed", "A time is written as in 2026-01-31T12:00:00Z.");
    }
}
