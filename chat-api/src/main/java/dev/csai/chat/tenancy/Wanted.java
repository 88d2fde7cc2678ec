package dev.csai.chat.tenancy;

import dev.csai.chat.web.Page;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.problem.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tenants, in which order.
 *
 * @param text part of a name, an industry, an id, or a member's address, in whatever case
 * @param after the last one that was seen before
 */
record Wanted(@Nullable String text, @Nullable Status status, Order order, int limit, @Nullable UUID after) {

    private static final int MAX_TEXT = 200;

    enum Order {
        NEWEST, NAME;

        static Order of(@Nullable String word) {
            return switch (word) {
                case null -> NEWEST;
                case "newest" -> NEWEST;
                case "name" -> NAME;
                default -> throw ProblemException.invalid("sort", "unknown", "Tenants are sorted by newest or name.");
            };
        }
    }

    static Wanted checked(@Nullable String text, @Nullable String status, @Nullable String sort, int limit,
            @Nullable String cursor) {
        String sought = PlainText.optional(text, "text", MAX_TEXT);
        return new Wanted(sought == null || sought.isBlank() ? null : sought.strip(), Status.optional(status),
                Order.of(sort), Page.checkedLimit(limit), Page.idCursor(cursor));
    }
}
