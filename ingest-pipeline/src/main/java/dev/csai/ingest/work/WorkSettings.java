package dev.csai.ingest.work;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How work is shared among workers and processes.
 *
 * @param workers documents one process works on at once
 * @param lease how long work stays with a process that has fallen silent; renewed three times as often
 * @param poll how long an idle worker waits for work that another process accepted
 * @param attempts until work that fails unexpectedly, or takes its process with it, is given up
 * @param backOff before the second attempt; doubled for each further one
 * @param timeLimit of one attempt
 */
@ConfigurationProperties("csai.ingest.work")
public record WorkSettings(@DefaultValue("2") int workers, @DefaultValue("30s") Duration lease,
        @DefaultValue("500ms") Duration poll, @DefaultValue("3") int attempts, @DefaultValue("2s") Duration backOff,
        @DefaultValue("15m") Duration timeLimit) {

    public WorkSettings {
        if (workers < 1 || attempts < 1) {
            throw new IllegalArgumentException("work needs at least one worker and one attempt");
        }
        if (!lease.isPositive() || !poll.isPositive() || backOff.isNegative() || !timeLimit.isPositive()) {
            throw new IllegalArgumentException("lease, poll and time limit are positive, the back-off is not negative");
        }
    }

    Duration backOffAfter(int attempt) {
        return backOff.multipliedBy(1L << Math.min(attempt - 1, 10));
    }
}
