package dev.csai.standalone.broker;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.MessageHeaders;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.MimeType;

/** Stores what the app publishes to one destination; part of the app's JDBC transaction if there is one. */
final class Sender implements MessageHandler {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);
    private static final int PAYLOAD_LIMIT_BYTES = 8 * 1024 * 1024;

    private final String destination;
    private final MessageTable messages;

    Sender(String destination, MessageTable messages) {
        this.destination = destination;
        this.messages = messages;
    }

    @Override
    public void handleMessage(Message<?> message) {
        if (!(message.getPayload() instanceof byte[] payload)) {
            throw new MessageDeliveryException(message, "the payload must have been converted to bytes");
        }
        if (payload.length > PAYLOAD_LIMIT_BYTES) {
            throw new MessageDeliveryException(message, "a payload of " + payload.length + " bytes is too large");
        }
        if (messages.send(destination, payload, headers(message)) == 0) {
            unroutable(message);
        }
    }

    /** Who sends within a transaction counts on delivery, as with RabbitMQ's mandatory flag; others drop it, as there. */
    private void unroutable(Message<?> message) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new MessageDeliveryException(message, "no consumer group is known for " + destination);
        }
        log.warn("A message to {} was dropped: no consumer group is known for it", destination);
    }

    /** Headers that mean something in another process; they all travel as text. */
    private static Map<String, String> headers(Message<?> message) {
        Map<String, String> headers = new TreeMap<>();
        message.getHeaders().forEach((name, value) -> {
            if (value instanceof String || value instanceof Number || value instanceof Boolean
                    || value instanceof MimeType || value instanceof UUID) {
                headers.put(name, value.toString());
            }
        });
        headers.remove(MessageHeaders.ID);
        headers.remove(MessageHeaders.TIMESTAMP);
        return headers;
    }
}
