package dev.csai.chat.tenancy;

import dev.csai.chat.access.KnownTenants;
import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Snapshot;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Suspends tenants and makes them active again. It holds at once in this process, and in the others when they no longer
 * believe what they have read. A tenant that is so already stays as it is, with the reason it was given first.
 */
@Component
class Suspending {

    private static final String REASON = """
            select coalesce(suspended_reason, '') from chat.tenants where id = :tenant for no key update
            """;
    private static final String SET = """
            update chat.tenants set suspended_at = :at, suspended_reason = :reason where id = :tenant
            """;

    private final SystemTransaction system;
    private final KnownTenants known;
    private final Audit audit;
    private final Clock clock;

    Suspending(SystemTransaction system, KnownTenants known, Audit audit, Clock clock) {
        this.system = system;
        this.known = known;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param reason of a suspension */
    private record StatusSnapshot(Status status, @Nullable String reason) implements Snapshot {

        static StatusSnapshot of(Optional<String> reason) {
            return new StatusSnapshot(reason.isPresent() ? Status.SUSPENDED : Status.ACTIVE, reason.orElse(null));
        }
    }

    Mono<Void> suspend(TenantId tenant, String reason) {
        return become(tenant, Optional.of(reason));
    }

    Mono<Void> activate(TenantId tenant) {
        return become(tenant, Optional.empty());
    }

    private Mono<Void> become(TenantId tenant, Optional<String> reason) {
        return system.in(db -> db.sql(REASON)
                .bind("tenant", tenant.value())
                .mapValue(String.class)
                .one()
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("tenant")))
                .map(kept -> Optional.of(kept).filter(text -> !text.isEmpty()))
                .flatMap(before -> before.isPresent() == reason.isPresent()
                        ? audit.nothingChanged()
                        : change(db, tenant, before, reason)))
                .doOnSuccess(done -> known.forget(tenant));
    }

    private Mono<Void> change(DatabaseClient db, TenantId tenant, Optional<String> before, Optional<String> after) {
        Instant at = after.isPresent() ? clock.instant() : null;
        return db.sql(SET)
                .bind("tenant", tenant.value())
                .bind("at", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, at))
                .bind("reason", Parameters.in(R2dbcType.VARCHAR, after.orElse(null)))
                .fetch()
                .rowsUpdated()
                .then(audit.changed(db, tenant, Target.of("tenant", tenant.value()), StatusSnapshot.of(before),
                        StatusSnapshot.of(after)));
    }
}
