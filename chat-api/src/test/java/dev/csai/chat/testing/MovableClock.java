package dev.csai.chat.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Stands still until it is moved, by whole seconds. */
public final class MovableClock extends Clock {

    private final AtomicLong seconds = new AtomicLong(Instant.now().getEpochSecond());

    public void forward(Duration by) {
        seconds.addAndGet(by.toSeconds());
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochSecond(seconds.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("all times are UTC");
    }
}
