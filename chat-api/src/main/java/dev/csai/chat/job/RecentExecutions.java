package dev.csai.chat.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * What runs and what has just ended, looked up once a second for all who watch together, and not at all while nobody
 * does. It ends before the server's own shutdown, which would otherwise wait for streams that never end.
 */
@Component
class RecentExecutions implements SmartLifecycle {

    /** An execution is looked at this long after its end, by which time all that is known of it is known. */
    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int LIMIT = 200;

    private static final Logger log = LoggerFactory.getLogger(RecentExecutions.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Jobs jobs;
    private final Clock clock;
    private final Flux<Seen> shared;
    private volatile Sinks.Empty<Void> stopping = Sinks.empty();
    private volatile boolean running;

    RecentExecutions(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
        this.shared = Flux.interval(Duration.ZERO, PERIOD)
                .onBackpressureDrop()
                .concatMap(tick -> look())
                .replay(1)
                .refCount();
    }

    /** @param at when it was looked up */
    record Seen(Instant at, List<Execution> executions) {

        Seen {
            executions = List.copyOf(executions);
        }
    }

    /** All of them each time, so that whoever is too slow for one loses nothing with it. */
    Flux<Seen> watch() {
        return shared.takeUntilOther(stopping.asMono());
    }

    private Mono<Seen> look() {
        Instant now = clock.instant();
        return jobs.recent(now.minus(WINDOW), LIMIT)
                .map(found -> new Seen(now, found))
                .onErrorResume(failure -> {
                    log.warn("Running jobs could not be looked up; the next try is in {}: {}", PERIOD,
                            failure.toString());
                    return Mono.empty();
                });
    }

    @Override
    public void start() {
        stopping = Sinks.empty();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        stopping.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
