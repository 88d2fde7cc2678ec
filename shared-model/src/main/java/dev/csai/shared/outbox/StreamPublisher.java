package dev.csai.shared.outbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.MessageBuilder;

/** Publishes through a binder whose send returns only when the message is stored. */
final class StreamPublisher implements MessagePublisher {

    private final StreamBridge bridge;

    StreamPublisher(StreamBridge bridge) {
        this.bridge = bridge;
    }

    @Override
    public void publish(List<OutboxRow> rows) {
        for (OutboxRow row : rows) {
            if (!bridge.send(row.destination(), toMessage(row).build())) {
                throw new IllegalStateException("the broker did not take message " + row.id());
            }
        }
    }

    static MessageBuilder<byte[]> toMessage(OutboxRow row) {
        Message<byte[]> message = MessageBuilder.withPayload(row.payload().getBytes(StandardCharsets.UTF_8))
                .setHeader(MessageHeaders.CONTENT_TYPE, "application/json")
                .setHeader("csaiMessageId", row.id().toString())
                .setHeader("csaiTenantId", row.tenantId().toString())
                .build();
        return MessageBuilder.fromMessage(message);
    }
}
