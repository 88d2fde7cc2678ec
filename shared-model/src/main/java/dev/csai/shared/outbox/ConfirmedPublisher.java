package dev.csai.shared.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.support.AmqpHeaders;
import org.springframework.cloud.stream.function.StreamBridge;

/** Publishes to RabbitMQ and waits for the publisher confirm of every message. */
final class ConfirmedPublisher implements MessagePublisher {

    private final StreamBridge bridge;
    private final Duration timeout;

    ConfirmedPublisher(StreamBridge bridge, Duration timeout) {
        this.bridge = bridge;
        this.timeout = timeout;
    }

    @Override
    public void publish(List<OutboxRow> rows) {
        List<CorrelationData> sent = rows.stream().map(this::send).toList();
        long deadline = System.nanoTime() + timeout.toNanos();
        sent.forEach(correlation -> await(correlation, deadline));
    }

    private CorrelationData send(OutboxRow row) {
        CorrelationData correlation = new CorrelationData(row.id().toString());
        boolean taken = bridge.send(row.destination(), StreamPublisher.toMessage(row)
                .setHeader(AmqpHeaders.PUBLISH_CONFIRM_CORRELATION, correlation)
                .build());
        if (!taken) {
            throw new IllegalStateException("the broker did not take message " + row.id());
        }
        return correlation;
    }

    private static void await(CorrelationData correlation, long deadline) {
        try {
            CorrelationData.Confirm confirm = correlation.getFuture()
                    .get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (!confirm.ack()) {
                throw new IllegalStateException("the broker refused message " + correlation.getId());
            }
            if (correlation.getReturned() != null) {
                throw new IllegalStateException("no queue is bound for message " + correlation.getId());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a confirm", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not confirm message " + correlation.getId(), e);
        }
    }
}
