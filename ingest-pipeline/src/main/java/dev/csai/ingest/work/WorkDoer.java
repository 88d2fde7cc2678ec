package dev.csai.ingest.work;

import java.util.Optional;
import java.util.function.IntSupplier;

/** Does one kind of work. */
public interface WorkDoer {

    Work.Kind kind();

    /**
     * Does the work, under {@link HeldWork} wherever it writes. Whatever is thrown counts as a failed attempt, but for
     * {@link Interrupted}.
     */
    Done work(Attempt attempt) throws Exception;

    /**
     * What a person is told when the work is given up, to be written in the transaction that ends it; empty for work
     * that is tried until it succeeds.
     */
    Optional<IntSupplier> givingUp(Work work, Reason reason);

    /** Why work is given up. */
    enum Reason {
        OUT_OF_TIME, OUT_OF_ATTEMPTS
    }

    /**
     * How it went.
     *
     * @param change to be committed together with the end of the work; tells how many chunks the document has then
     */
    record Done(WorkEnd end, IntSupplier change) {}
}
