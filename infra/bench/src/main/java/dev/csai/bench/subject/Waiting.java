package dev.csai.bench.subject;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** Waits for what comes about by itself. */
public final class Waiting {

    private static final Duration BETWEEN = Duration.ofMillis(50);

    private Waiting() {}

    /** Something to be looked at again and again. */
    public interface Condition {
        boolean holds() throws IOException, SQLException, InterruptedException;
    }

    /** How long it took. */
    public static Duration until(String what, Duration limit, Condition condition)
            throws IOException, SQLException, InterruptedException {
        long began = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - began > limit.toNanos()) {
                throw new IllegalStateException("not within " + limit + ": " + what);
            }
            Thread.sleep(BETWEEN);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
