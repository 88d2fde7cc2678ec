package dev.csai.standalone.broker;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.messaging.Message;

/** An app's consumer that remembers what it got and fails when told to. */
final class Listener implements Consumer<Message<String>> {

    /** What the failing consumer throws. */
    static final class RefusedException extends RuntimeException {

        RefusedException(String message) {
            super(message);
        }
    }

    private final BlockingQueue<Message<String>> received = new LinkedBlockingQueue<>();
    private final Predicate<Message<String>> accepts;

    Listener() {
        this(message -> true);
    }

    Listener(Predicate<Message<String>> accepts) {
        this.accepts = accepts;
    }

    @Override
    public void accept(Message<String> message) {
        received.add(message);
        if (!accepts.test(message)) {
            throw new RefusedException("no " + message.getPayload() + " today");
        }
    }

    /** The next message, waiting for it. */
    Message<String> next() throws InterruptedException {
        Message<String> message = received.poll(20, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("no message came");
        }
        return message;
    }

    boolean isEmpty() {
        return received.isEmpty();
    }
}
