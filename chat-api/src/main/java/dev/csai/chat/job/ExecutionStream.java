package dev.csai.chat.job;

import dev.csai.chat.access.CredentialExpiry;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Executions as server-sent events, each with its whole present state: first what runs and has just ended, then
 * whatever changes. An event's id is the time of the look-up, from which a broken stream goes on.
 */
@Component
class ExecutionStream {

    static final int MOST_LISTENERS = 50;
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    /** Whoever was away for longer starts with the present. */
    private static final Duration LONGEST_ABSENCE = Duration.ofHours(1);
    private static final Duration BUSY = Duration.ofSeconds(30);

    private final RecentExecutions recent;
    private final Jobs jobs;
    private final Clock clock;
    private final AtomicInteger listeners = new AtomicInteger();

    ExecutionStream(RecentExecutions recent, Jobs jobs, Clock clock) {
        this.recent = recent;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Ends when the credential does; the listener comes back with a new one. */
    Flux<ServerSentEvent<Execution>> open(@Nullable String lastEventId) {
        return Flux.usingWhen(Mono.fromCallable(this::enter), entered -> events(lastEventId),
                entered -> Mono.fromRunnable(listeners::decrementAndGet));
    }

    private boolean enter() {
        if (listeners.incrementAndGet() > MOST_LISTENERS) {
            listeners.decrementAndGet();
            throw ProblemException.retryLater(ProblemType.RATE_LIMITED, "Too many listen to this stream.", BUSY);
        }
        return true;
    }

    private Flux<ServerSentEvent<Execution>> events(@Nullable String lastEventId) {
        Map<String, Execution> told = new HashMap<>();
        Flux<ServerSentEvent<Execution>> changes = missed(lastEventId).concatWith(recent.watch())
                .onBackpressureLatest()
                .concatMapIterable(seen -> changed(seen, told), 1);
        // The first at once, so that a listener knows it is heard although nothing runs.
        Flux<ServerSentEvent<Execution>> heartbeats = Flux.interval(Duration.ZERO, HEARTBEAT)
                .onBackpressureDrop()
                .map(tick -> comment("still here"));
        return CredentialExpiry.ofRequest()
                .map(expiry -> Mono.delay(Duration.between(clock.instant(), expiry)))
                .defaultIfEmpty(Mono.never())
                .flatMapMany(expired -> changes
                        .publish(shared -> shared.mergeWith(heartbeats.takeUntilOther(shared.ignoreElements())))
                        .takeUntilOther(expired)
                        .concatWithValues(comment("this stream ends here; open another with a valid token")));
    }

    /** What ended while the listener was away, and is not among what is looked up anyway. */
    private Flux<RecentExecutions.Seen> missed(@Nullable String lastEventId) {
        if (lastEventId == null || !lastEventId.matches("\\d{1,15}")) {
            return Flux.empty();
        }
        Instant now = clock.instant();
        Instant oldest = now.minus(LONGEST_ABSENCE);
        // As far back as a change may have become known late.
        Instant last = Instant.ofEpochMilli(Long.parseLong(lastEventId)).minus(RecentExecutions.WINDOW);
        return jobs.ended(last.isBefore(oldest) ? oldest : last, now.minus(RecentExecutions.WINDOW),
                RecentExecutions.LIMIT)
                .map(found -> new RecentExecutions.Seen(now, found))
                .flux();
    }

    private static List<ServerSentEvent<Execution>> changed(RecentExecutions.Seen seen, Map<String, Execution> told) {
        List<ServerSentEvent<Execution>> events = new ArrayList<>();
        for (Execution execution : seen.executions().reversed()) {
            if (!execution.equals(told.put(execution.id(), execution))) {
                events.add(ServerSentEvent.builder(execution)
                        .event("execution")
                        .id(Long.toString(seen.at().toEpochMilli()))
                        .build());
            }
        }
        told.keySet().retainAll(seen.executions().stream().map(Execution::id).collect(Collectors.toSet()));
        return events;
    }

    private static ServerSentEvent<Execution> comment(String text) {
        return ServerSentEvent.<Execution>builder().comment(text).build();
    }
}
