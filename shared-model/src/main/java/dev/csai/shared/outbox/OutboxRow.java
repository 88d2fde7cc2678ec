package dev.csai.shared.outbox;

import dev.csai.shared.message.Message;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * One message waiting to be published. The row's id is the message's id, so writing the same message twice in one
 * outbox fails instead of publishing it twice.
 */
public record OutboxRow(UUID id, UUID tenantId, String destination, String payload) {

    public static OutboxRow of(Message message, String destination, JsonMapper json) {
        return new OutboxRow(message.messageId(), message.tenantId(), destination, json.writeValueAsString(message));
    }
}
