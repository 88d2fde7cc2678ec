package dev.csai.chat.audit;

import dev.csai.chat.throttle.LocalWindows;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Holds back entries that anybody could cause without end. Each kind of problem is counted apart, so that a flood of
 * requests that are refused unseen does not hide the guesses among them.
 */
@Component
class Allowance {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final LocalWindows windows;
    private final AuditSettings settings;
    private final Counter leftOut;

    Allowance(LocalWindows windows, AuditSettings settings, MeterRegistry meters) {
        this.windows = windows;
        this.settings = settings;
        this.leftOut = Counter.builder("csai.audit.left.out")
                .description("Entries that were not written because there were too many of their kind")
                .register(meters);
    }

    boolean grants(Entry entry) {
        boolean granted = entry.actor().isAnonymous()
                ? take("network:" + entry.network() + ":" + kind(entry), settings.anonymousPerMinute())
                        && take("anonymous", settings.allAnonymousPerMinute())
                : entry.outcome() == Outcome.ALLOWED
                        || take("actor:" + entry.actor().id() + ":" + kind(entry), settings.refusedPerMinute());
        if (!granted) {
            leftOut.increment();
        }
        return granted;
    }

    private static String kind(Entry entry) {
        return entry.problem() == null ? entry.outcome().word() : entry.problem();
    }

    private boolean take(String key, int limit) {
        return windows.take("audit:" + key, limit, WINDOW).granted();
    }
}
