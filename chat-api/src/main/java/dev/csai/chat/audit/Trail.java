package dev.csai.chat.audit;

import dev.csai.chat.access.Caller;
import dev.csai.chat.access.KnownCaller;
import dev.csai.chat.web.ClientNetwork;
import dev.csai.chat.web.Problems;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One operation while it goes on, and whether its entry is written. */
final class Trail {

    private final UUID id = Ids.next();
    private final Operation operation;
    private final ServerWebExchange exchange;
    private volatile boolean written;
    private volatile @Nullable TenantId tenant;
    private volatile @Nullable Target target;

    Trail(Operation operation, ServerWebExchange exchange) {
        this.operation = operation;
        this.exchange = exchange;
    }

    boolean isWritten() {
        return written;
    }

    /** The entry stands from the commit on and not before; one that is rolled back was never written. */
    TransactionSynchronization writtenWithCommit() {
        return new TransactionSynchronization() {
            @Override
            public Mono<Void> afterCommit() {
                return Mono.fromRunnable(() -> written = true);
            }
        };
    }

    /** As if it were written. */
    void leaveOut() {
        written = true;
    }

    void about(TenantId whose, @Nullable Target what) {
        tenant = whose;
        target = what;
    }

    @Nullable
    Caller caller() {
        return KnownCaller.of(exchange).orElse(null);
    }

    /** Of a change that is being made. */
    Entry changing(Change change, Instant now) {
        return entry(change.tenant(), now, Actor.of(change.by()), change.target(), Outcome.ALLOWED, null,
                change.before(), change.after());
    }

    /** Of an operation that made no change it told of. */
    Entry ended(Instant now) {
        Caller caller = caller();
        TenantId known = tenant;
        Target named = target;
        Optional<ProblemType> problem = Problems.of(exchange);
        return entry(known == null ? Actor.tenantOf(caller) : known, now, Actor.of(caller),
                named == null ? operation.target(request().getPath().pathWithinApplication()) : named,
                Outcome.of(problem.map(Trail::status).orElseGet(this::status)),
                problem.map(ProblemType::slug).orElse(null), null, null);
    }

    private static HttpStatusCode status(ProblemType problem) {
        return HttpStatusCode.valueOf(problem.status());
    }

    private HttpStatusCode status() {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        return status == null ? HttpStatus.OK : status;
    }

    /**
     * @param by null for whoever is nobody yet
     * @param before JSON
     * @param after JSON
     */
    record Change(TenantId tenant, @Nullable Caller by, @Nullable Target target, @Nullable String before,
            @Nullable String after) {}

    private Entry entry(TenantId whose, Instant now, Actor actor, @Nullable Target what, Outcome outcome,
            @Nullable String problem, @Nullable String before, @Nullable String after) {
        return new Entry(whose, id, now.truncatedTo(ChronoUnit.MICROS), actor, operation.toString(), what, outcome,
                problem, before, after, ClientNetwork.of(request().getRemoteAddress()), request().getId());
    }

    private ServerHttpRequest request() {
        return exchange.getRequest();
    }
}
