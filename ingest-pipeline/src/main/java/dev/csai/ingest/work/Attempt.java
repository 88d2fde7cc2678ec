package dev.csai.ingest.work;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One worker's try at one piece of work, from claim to end. Its thread is never interrupted: that would also cut off
 * what the job repository has to say about the end.
 */
public final class Attempt {

    /** Why an attempt has to stop before its end. */
    public enum Interruption {
        /** Another process took the work over, or the document was deleted. */
        TAKEN_AWAY,
        /** It took longer than one attempt may. */
        OUT_OF_TIME,
        /** This process ends. */
        SHUTDOWN
    }

    private final Work work;
    private final long startedNanos = System.nanoTime();
    private final AtomicReference<@Nullable Interruption> interruption = new AtomicReference<>();

    public Attempt(Work work) {
        this.work = work;
    }

    public Work work() {
        return work;
    }

    public long startedNanos() {
        return startedNanos;
    }

    /** Asks the attempt to stop before its next write. The first reason stays. */
    public void interrupt(Interruption reason) {
        interruption.compareAndSet(null, reason);
    }

    public @Nullable Interruption interruption() {
        return interruption.get();
    }

    /** @throws Interrupted if the attempt has to stop */
    public void check() {
        Interruption reason = interruption();
        if (reason != null) {
            throw new Interrupted(reason);
        }
    }
}
