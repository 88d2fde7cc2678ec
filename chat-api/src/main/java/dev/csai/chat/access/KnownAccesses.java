package dev.csai.chat.access;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.access.Caller.ActingOperator;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.shared.TenantId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whether somebody still acts for the tenant that their token names: nobody has ended it, and they are an operator still.
 * Believed for 30 seconds; a change made in this process holds at once, if it is told of.
 */
@Component
class KnownAccesses {

    private static final String SUSPENDED = """
            select t.suspended_at is not null as suspended
            from chat.operator_access a
              join chat.people p on p.id = a.person_id
              join chat.tenants t on t.id = a.tenant_id
            where a.tenant_id = :tenant and a.id = :access and a.person_id = :person and a.ended_at is null
              and p.operator
            """;

    private final SystemTransaction system;
    private final Believed<Key, Standing> believed;

    KnownAccesses(SystemTransaction system, Clock clock) {
        this.system = system;
        this.believed = new Believed<>(clock, this::read);
    }

    private record Key(TenantId tenant, UUID access, UUID person) {}

    Mono<Standing> standing(ActingOperator caller) {
        return believed.of(new Key(caller.tenant(), caller.access(), caller.personId()));
    }

    void forgetAllOf(TenantId tenant) {
        believed.forgetAll(key -> key.tenant().equals(tenant));
    }

    private Mono<Standing> read(Key key) {
        return system.in(db -> db.sql(SUSPENDED)
                .bind("tenant", key.tenant().value())
                .bind("access", key.access())
                .bind("person", key.person())
                .map(row -> required(row, "suspended", Boolean.class) ? Standing.SUSPENDED : Standing.FULL)
                .one())
                .defaultIfEmpty(Standing.NONE);
    }
}
