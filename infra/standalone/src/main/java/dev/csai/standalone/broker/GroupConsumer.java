package dev.csai.standalone.broker;

import dev.csai.standalone.broker.MessageTable.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.integration.endpoint.MessageProducerSupport;

/**
 * Hands the messages of one consumer group to the app, oldest first, on as many threads as the binding asks for. The
 * app's code runs in no transaction of the broker: it may take long and have transactions of its own.
 */
final class GroupConsumer extends MessageProducerSupport {

    /** What a message did that was delivered to the limit without any delivery coming to an end. */
    private static final class ConsumerDiedException extends RuntimeException {

        private ConsumerDiedException(int deliveries) {
            super("The process ended " + deliveries + " times while it handled this message.");
        }
    }

    private static final Logger log = LoggerFactory.getLogger(GroupConsumer.class);
    /** Only a net under lost notifications. */
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(5);
    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final Destinations.Source source;
    private final MessageTable messages;
    private final BrokerSession session;
    private final Redelivery redelivery;
    private final int concurrency;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Runnable wake = this::wake;
    private volatile boolean consuming;
    private List<Thread> threads = List.of();

    GroupConsumer(Destinations.Source source, MessageTable messages, BrokerSession session, Redelivery redelivery,
            int concurrency) {
        this.source = source;
        this.messages = messages;
        this.session = session;
        this.redelivery = redelivery;
        this.concurrency = concurrency;
    }

    @Override
    protected void doStart() {
        consuming = true;
        session.listen(source.name(), wake);
        threads = IntStream.range(0, concurrency)
                .mapToObj(number -> Thread.ofVirtual().name(source.name() + "." + source.group() + "-" + number)
                        .start(this::consume))
                .toList();
    }

    /** Lets the messages being handled come to an end; who takes too long is delivered again at the next start. */
    @Override
    protected void doStop() {
        consuming = false;
        session.forget(source.name(), wake);
        wake();
        long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        try {
            for (Thread thread : threads) {
                if (!thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
                    thread.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wake() {
        wakeUps.drainPermits();
        wakeUps.release(concurrency);
    }

    private void consume() {
        while (consuming) {
            try {
                consumeNext();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void consumeNext() throws InterruptedException {
        try {
            int claimedBy = session.id();
            Optional<Delivery> delivery = messages.claim(source.name(), source.group(), claimedBy);
            if (delivery.isPresent()) {
                handle(delivery.get(), claimedBy);
            } else {
                pause(messages.nextDue(source.name(), source.group()).orElse(IDLE));
            }
        } catch (DataAccessException e) {
            if (consuming) {
                log.warn("{} cannot read its messages and tries again: {}", source, e.toString());
                pause(DATABASE_PAUSE);
            }
        }
    }

    private void handle(Delivery delivery, int claimedBy) {
        if (delivery.deliveries() > redelivery.limit()) {
            bury(delivery, claimedBy, new ConsumerDiedException(redelivery.limit()));
            return;
        }
        Throwable failure = deliver(delivery);
        if (failure == null) {
            messages.acknowledge(delivery, claimedBy);
        } else if (redelivery.exhaustedBy(delivery.deliveries())) {
            bury(delivery, claimedBy, failure);
        } else {
            Duration delay = redelivery.delayAfter(delivery.deliveries());
            log.warn("{} failed on message {} and gets it again in {}: {}", source, delivery.id(), delay,
                    failure.toString());
            messages.redeliver(delivery, claimedBy, delay);
        }
    }

    /** An error counts like an exception: a message that overflows the stack must not stop its group for good. */
    private @Nullable Throwable deliver(Delivery delivery) {
        try {
            sendMessage(delivery.message());
            return null;
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            return NestedExceptionUtils.getMostSpecificCause(e);
        }
    }

    private void bury(Delivery delivery, int claimedBy, Throwable failure) {
        log.error("{} gives up message {} after {} deliveries; it is a dead letter now", source, delivery.id(),
                redelivery.limit(), failure);
        messages.bury(delivery, claimedBy, failure);
    }

    private void pause(Duration longest) throws InterruptedException {
        long millis = Math.clamp(longest.toMillis(), SHORTEST_WAIT.toMillis(), IDLE.toMillis());
        wakeUps.tryAcquire(millis, TimeUnit.MILLISECONDS);
    }
}
