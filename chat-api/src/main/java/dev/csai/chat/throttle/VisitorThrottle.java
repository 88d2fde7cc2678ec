package dev.csai.chat.throttle;

import dev.csai.chat.throttle.Windows.Window;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Holds each visitor, and all who share an address, to so many messages a minute: nobody alone uses up what the tenant's
 * plan allows to all. Every sending counts, also that of a message that was sent before.
 */
@Component
public class VisitorThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Windows windows;
    private final ThrottleSettings settings;

    VisitorThrottle(Windows windows, ThrottleSettings settings) {
        this.windows = windows;
        this.settings = settings;
    }

    /**
     * Counts a message, or fails with {@code rate-limited} and counts nothing.
     *
     * @param visitor what tells one from another; nothing that names a person, for it is kept in Redis
     */
    public Mono<Void> admit(TenantId tenant, String visitor, String network) {
        String prefix = "visitor:{" + tenant + "}:";
        return windows.take(List.of(new Window(prefix + visitor, settings.messagesPerVisitor(), WINDOW),
                new Window(prefix + "network:" + network, settings.messagesPerNetwork(), WINDOW)))
                .flatMap(take -> switch (take) {
                    case Take.Uncounted uncounted -> Mono.empty();
                    case Take.Counted counted -> counted.granted() ? Mono.empty() : Mono.error(tooMany(counted));
                });
    }

    private static ProblemException tooMany(Take.Counted counted) {
        return ProblemException.retryLater(ProblemType.RATE_LIMITED,
                "So many messages came within the minute that this one was not accepted. Please send it again.",
                counted.reset());
    }
}
