package dev.csai.ingest.work;

/** An attempt must stop where it is: nothing it still writes may be committed. */
public final class Interrupted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Attempt.Interruption reason;

    Interrupted(Attempt.Interruption reason) {
        super("the attempt was interrupted: " + reason);
        this.reason = reason;
    }

    public Attempt.Interruption reason() {
        return reason;
    }
}
