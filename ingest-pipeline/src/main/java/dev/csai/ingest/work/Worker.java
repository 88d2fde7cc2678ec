package dev.csai.ingest.work;

import static java.util.Objects.requireNonNull;

import dev.csai.ingest.work.WorkDoer.Done;
import dev.csai.ingest.work.WorkDoer.Reason;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one piece of work to its end, or as far as this attempt comes. */
final class Worker {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private final WorkQueue queue;
    private final HeldWork held;
    private final WorkSettings settings;
    private final Map<Work.Kind, WorkDoer> doers = new EnumMap<>(Work.Kind.class);

    Worker(WorkQueue queue, HeldWork held, WorkSettings settings, List<WorkDoer> doers) {
        this.queue = queue;
        this.held = held;
        this.settings = settings;
        doers.forEach(doer -> this.doers.put(doer.kind(), doer));
        if (this.doers.size() != Work.Kind.values().length) {
            throw new IllegalArgumentException("some kind of work has nobody who does it: " + this.doers.keySet());
        }
    }

    void run(Attempt attempt) {
        Work work = attempt.work();
        WorkDoer doer = requireNonNull(doers.get(work.kind()));
        try {
            boolean diedInAll = work.attempts() > settings.attempts();
            if (diedInAll && doer.givingUp(work, Reason.OUT_OF_ATTEMPTS).isPresent()) {
                // It may well be this document that takes the process with it.
                giveUp(attempt, doer, Reason.OUT_OF_ATTEMPTS);
            } else {
                finish(attempt, doer.work(attempt));
            }
        } catch (Throwable e) {
            // An error counts like an exception: a document that meets one every time is given up as any other.
            stopped(attempt, doer, e);
        }
    }

    private void stopped(Attempt attempt, WorkDoer doer, Throwable cause) {
        switch (attempt.interruption()) {
            case null -> failed(attempt, doer, cause);
            case TAKEN_AWAY -> takenAway(attempt.work());
            case OUT_OF_TIME -> giveUp(attempt, doer, Reason.OUT_OF_TIME);
            case SHUTDOWN -> queue.giveBackUncounted(attempt.work());
        }
    }

    private void failed(Attempt attempt, WorkDoer doer, Throwable cause) {
        Work work = attempt.work();
        log.error("Attempt {} of {} at document {} of tenant {} failed", work.attempts(), settings.attempts(),
                work.documentId(), work.tenant(), cause);
        if (work.attempts() < settings.attempts()) {
            queue.giveBack(work, settings.backOffAfter(work.attempts()));
        } else {
            giveUp(attempt, doer, Reason.OUT_OF_ATTEMPTS);
        }
    }

    private void giveUp(Attempt attempt, WorkDoer doer, Reason reason) {
        Work work = attempt.work();
        Optional<IntSupplier> change = doer.givingUp(work, reason);
        if (change.isEmpty()) {
            queue.giveBack(work, settings.backOffAfter(work.attempts()));
            return;
        }
        try {
            finish(attempt, new Done(WorkEnd.FAILED, change.get()));
        } catch (Interrupted e) {
            takenAway(work);
        }
    }

    private void finish(Attempt attempt, Done done) {
        int chunks = held.finish(attempt, done.end(), done.change());
        Work work = attempt.work();
        Duration taken = Duration.ofNanos(System.nanoTime() - attempt.startedNanos());
        log.info("{} of document {} of tenant {} ended {} with {} chunks in {} s", work.kind(), work.documentId(),
                work.tenant(), done.end(), chunks, "%.1f".formatted(taken.toMillis() / 1000.0));
    }

    private static void takenAway(Work work) {
        log.info("Document {} of tenant {} was deleted or taken over by another worker", work.documentId(),
                work.tenant());
    }
}
