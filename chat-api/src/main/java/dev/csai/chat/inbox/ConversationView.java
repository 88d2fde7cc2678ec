package dev.csai.chat.inbox;

import static dev.csai.chat.db.Columns.required;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in a list.
 *
 * @param tenant for operators only
 * @param contact absent where nothing is known of who writes
 * @param turnCount how many messages the contact has sent
 * @param lastActivityAt when something was last said
 * @param lastMessage never for operators, who read what was said in a transcript alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationView(UUID id, @Nullable ConversationTenant tenant, String channel, String status,
        String locale, @Nullable ConversationContact contact, int turnCount, Instant createdAt, Instant lastActivityAt,
        @Nullable LastMessage lastMessage) {

    record ConversationTenant(UUID id, String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConversationContact(UUID id, @Nullable String externalId, @Nullable String name, @Nullable String email,
            boolean verified, boolean blocked) {

        static @Nullable ConversationContact of(Readable row) {
            UUID id = row.get("contact_id", UUID.class);
            return id == null
                    ? null
                    : new ConversationContact(id, row.get("external_id", String.class),
                            row.get("contact_name", String.class), row.get("email", String.class),
                            required(row, "verified", Boolean.class), required(row, "blocked", Boolean.class));
        }
    }

    /** @param text the beginning of it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LastMessage(String author, String text, @Nullable String outcome, Instant createdAt) {

        static @Nullable LastMessage of(Readable row) {
            Instant at = row.get("said_at", Instant.class);
            return at == null
                    ? null
                    : new LastMessage(required(row, "author", String.class), required(row, "said", String.class),
                            row.get("outcome", String.class), at);
        }
    }

    static ConversationView of(Readable row) {
        String tenant = row.get("tenant_name", String.class);
        return new ConversationView(required(row, "id", UUID.class),
                tenant == null ? null : new ConversationTenant(required(row, "tenant_id", UUID.class), tenant),
                required(row, "channel", String.class), required(row, "status", String.class),
                required(row, "locale", String.class), ConversationContact.of(row),
                required(row, "turn_count", Integer.class), required(row, "created_at", Instant.class),
                required(row, "updated_at", Instant.class), LastMessage.of(row));
    }
}
