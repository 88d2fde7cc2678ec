package dev.csai.chat.tenancy;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.access.Caller.ActingOperator;
import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.access.KnownTenants;
import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Snapshot;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.identity.signing.AccessTokens;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets operators act for a tenant, for as long as one access token lives. */
@Component
class Accesses {

    private static final String NAMES = """
            select t.name as tenant, t.suspended_at is not null as suspended, p.name as operator
            from chat.tenants t, chat.people p where t.id = :tenant and p.id = :person and p.operator
            """;
    private static final String BEGIN = """
            insert into chat.operator_access (tenant_id, id, person_id, created_at, expires_at)
            values (:tenant, :id, :person, :now, :expires)
            """;
    private static final String IS_OPEN = """
            select ended_at is null and expires_at > :now from chat.operator_access
            where tenant_id = :tenant and id = :id for no key update
            """;
    private static final String END = """
            update chat.operator_access set ended_at = :now where tenant_id = :tenant and id = :id
            """;

    private final SystemTransaction system;
    private final AccessTokens tokens;
    private final KnownTenants known;
    private final Audit audit;
    private final Clock clock;

    Accesses(SystemTransaction system, AccessTokens tokens, KnownTenants known, Audit audit, Clock clock) {
        this.system = system;
        this.tokens = tokens;
        this.known = known;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param open whether its token holds */
    private record AccessSnapshot(boolean open) implements Snapshot {}

    private record Names(String tenant, boolean suspended, String operator) {}

    Mono<GrantedAccess> begin(Operator operator, TenantId tenant) {
        UUID id = Ids.next();
        return system.in(db -> names(db, operator, tenant)
                .flatMap(names -> insert(db, operator, tenant, id)
                        .then(audit.changed(db, tenant, target(id), null, new AccessSnapshot(true)))
                        .thenReturn(names)))
                .flatMap(names -> tokens.issue(new ActingOperator(tenant, operator.personId(), id, names.operator()))
                        .map(token -> new GrantedAccess(id, token, tokens.life().toSeconds(), tenant.value(),
                                names.tenant(), names.suspended())));
    }

    /** One that is over stays so, and is not told of again. */
    Mono<Void> end(TenantId tenant, UUID id) {
        Instant now = clock.instant();
        return system.in(db -> db.sql(IS_OPEN)
                .bind("tenant", tenant.value())
                .bind("id", id)
                .bind("now", now)
                .mapValue(Boolean.class)
                .one()
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("access")))
                .flatMap(open -> open ? end(db, tenant, id, now) : audit.nothingChanged()))
                .doOnSuccess(done -> known.forget(tenant));
    }

    private Mono<Void> end(DatabaseClient db, TenantId tenant, UUID id, Instant now) {
        return db.sql(END)
                .bind("tenant", tenant.value())
                .bind("id", id)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .then(audit.changed(db, tenant, target(id), new AccessSnapshot(true), new AccessSnapshot(false)));
    }

    /** A token of somebody who is no operator any more may still be about. */
    private static Mono<Names> names(DatabaseClient db, Operator operator, TenantId tenant) {
        return db.sql(NAMES)
                .bind("tenant", tenant.value())
                .bind("person", operator.personId())
                .map(row -> new Names(required(row, "tenant", String.class),
                        required(row, "suspended", Boolean.class), required(row, "operator", String.class)))
                .one()
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("tenant")));
    }

    private Mono<Long> insert(DatabaseClient db, Operator operator, TenantId tenant, UUID id) {
        Instant now = clock.instant();
        return db.sql(BEGIN)
                .bind("tenant", tenant.value())
                .bind("id", id)
                .bind("person", operator.personId())
                .bind("now", now)
                .bind("expires", now.plus(tokens.life()))
                .fetch()
                .rowsUpdated();
    }

    private static Target target(UUID access) {
        return Target.of("access", access);
    }
}
