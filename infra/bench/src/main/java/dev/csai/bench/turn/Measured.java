package dev.csai.bench.turn;

import dev.csai.bench.report.Latencies;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What came of one stretch of load. Incomplete answers are counted and their times are not. */
final class Measured {

    private final Latencies whole = new Latencies();
    private final Latencies first = new Latencies();
    private final AtomicLong incomplete = new AtomicLong();
    private Duration length = Duration.ZERO;

    void add(Said said) {
        if (said.complete()) {
            whole.record(said.whole());
            first.record(said.first());
        } else {
            incomplete.incrementAndGet();
        }
    }

    Measured during(Duration time) {
        length = time;
        return this;
    }

    long answers() {
        return whole.count();
    }

    long incomplete() {
        return incomplete.get();
    }

    double perSecond() {
        return answers() / (length.toNanos() / 1e9);
    }

    double whole(double percentile) {
        return whole.millis(percentile);
    }

    double first(double percentile) {
        return first.millis(percentile);
    }
}
