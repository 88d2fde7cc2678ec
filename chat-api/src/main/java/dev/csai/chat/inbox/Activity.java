package dev.csai.chat.inbox;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.web.Times;
import dev.csai.shared.problem.ProblemException;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a conversation stands in a list that has the latest activity first. As a cursor it is the first of a page. */
record Activity(Instant at, UUID id) {

    private static final char BETWEEN = '~';

    static Activity of(ConversationView conversation) {
        return new Activity(conversation.lastActivityAt(), conversation.id());
    }

    static Activity of(Readable row) {
        return new Activity(required(row, "updated_at", Instant.class), required(row, "id", UUID.class));
    }

    String cursor() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((at + String.valueOf(BETWEEN) + id).getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws ProblemException if it is not one of {@link #cursor} */
    static @Nullable Activity ofCursor(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            int between = Math.max(text.indexOf(BETWEEN), 0);
            return new Activity(Times.parse(text.substring(0, between)),
                    UUID.fromString(text.substring(between + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw ProblemException.invalid("cursor", "malformed", "This cursor was not given by this list.");
        }
    }
}
