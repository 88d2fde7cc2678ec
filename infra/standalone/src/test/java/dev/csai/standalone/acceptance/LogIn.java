package dev.csai.standalone.acceptance;

import java.time.Duration;
import java.util.function.Supplier;

/** An access token, and a new one before the old one's quarter of an hour is over, as a client sees to. */
final class LogIn {

    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Supplier<String> again;
    private String token;
    private long sinceNanos;

    LogIn(Supplier<String> again) {
        this.again = again;
        this.token = again.get();
        this.sinceNanos = System.nanoTime();
    }

    synchronized String token() {
        if (System.nanoTime() - sinceNanos > FRESH.toNanos()) {
            token = again.get();
            sinceNanos = System.nanoTime();
        }
        return token;
    }
}
