package dev.csai.chat.conversation;

import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What one process works on at once. Without an end to it, under more load than it can bear, every message would be
 * accepted and all would wait until none is answered in time.
 */
final class Places {

    private static final Duration COME_AGAIN = Duration.ofSeconds(2);

    private final Semaphore free;

    Places(int number) {
        free = new Semaphore(number);
    }

    /** One message's place. May be left more than once. */
    static final class Place {

        private final Semaphore free;
        private final AtomicBoolean left = new AtomicBoolean();

        private Place(Semaphore free) {
            this.free = free;
        }

        void leave() {
            if (left.compareAndSet(false, true)) {
                free.release();
            }
        }
    }

    /** @throws ProblemException {@code unavailable} when all are taken */
    Place take() {
        if (!free.tryAcquire()) {
            throw ProblemException.retryLater(ProblemType.UNAVAILABLE,
                    "So many people are asking that this message was not accepted. Please send it again.",
                    COME_AGAIN);
        }
        return new Place(free);
    }
}
