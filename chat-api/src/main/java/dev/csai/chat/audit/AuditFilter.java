package dev.csai.chat.audit;

import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.TenantId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Lays the trail of an operation, outside of the door, so that what is refused there leaves one too; and writes, before
 * the response is committed, the entry that no transaction has written. Whatever leaves no entry passes untouched.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class AuditFilter implements WebFilter {

    private static final Logger log = LoggerFactory.getLogger(AuditFilter.class);

    private final Operations operations;
    private final EntryTable entries;
    private final Allowance allowance;
    private final TenantTransaction tenants;
    private final SystemTransaction system;
    private final Clock clock;
    private final Counter lost;

    AuditFilter(Operations operations, EntryTable entries, Allowance allowance, TenantTransaction tenants,
            SystemTransaction system, Clock clock, MeterRegistry meters) {
        this.operations = operations;
        this.entries = entries;
        this.allowance = allowance;
        this.tenants = tenants;
        this.system = system;
        this.clock = clock;
        this.lost = Counter.builder("csai.audit.lost")
                .description("Entries that could not be written; the log holds them")
                .register(meters);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return operations.find(exchange.getRequest())
                .map(operation -> follow(new Trail(operation, exchange), exchange, chain))
                .orElseGet(() -> chain.filter(exchange));
    }

    private Mono<Void> follow(Trail trail, ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> trail.isWritten()
                ? Mono.empty()
                : Mono.defer(() -> end(trail)));
        return chain.filter(exchange).contextWrite(Context.of(Trail.class, trail));
    }

    private Mono<Void> end(Trail trail) {
        Entry entry = trail.ended(clock.instant());
        return allowance.grants(entry)
                ? write(entry).onErrorResume(failure -> lose(entry, failure)).then()
                : Mono.empty();
    }

    /** Of whoever is nobody, known tenant or not, in the same way, for its time must not tell which. */
    private Mono<Long> write(Entry entry) {
        TenantId tenant = entry.tenant();
        return entry.actor().isAnonymous() || tenant.equals(TenantId.PLATFORM)
                ? system.in(db -> entries.add(db, entry))
                : tenants.in(tenant, db -> entries.add(db, entry));
    }

    /** What was answered is true all the same. */
    private Mono<Long> lose(Entry entry, Throwable failure) {
        lost.increment();
        log.error("An entry of the audit log could not be written: {}", entry, failure);
        return Mono.empty();
    }
}
