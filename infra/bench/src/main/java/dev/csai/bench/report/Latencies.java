package dev.csai.bench.report;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;

/** Durations of one measurement, to a thousandth of their size. Safe for concurrent recording. */
public final class Latencies {

    private static final long LONGEST = TimeUnit.MINUTES.toMicros(5);
    private static final int DIGITS = 3;

    private final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST, DIGITS);

    public void record(Duration time) {
        micros.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(time.toNanos()), 0, LONGEST));
    }

    public long count() {
        return micros.getTotalCount();
    }

    /** In milliseconds; not a number if nothing was recorded. */
    public double millis(double percentile) {
        return count() == 0 ? Double.NaN : micros.getValueAtPercentile(percentile) / 1000.0;
    }
}
