package dev.csai.chat.web;

import dev.csai.shared.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor opaque; null when there is no more
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public static final int MAX_LIMIT = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** Cuts a result that was read with one row more than asked for. */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> cursor) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        List<T> items = oneMore.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    public static int checkedLimit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.invalid("limit", "out-of-range", "limit must be from 1 to " + MAX_LIMIT + ".");
        }
        return limit;
    }

    /** Reads a cursor that is an id. */
    public static @Nullable UUID idCursor(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "malformed", "This cursor was not given by this list.");
        }
    }
}
