package dev.csai.chat.audit;

import static dev.csai.chat.db.Columns.required;

import dev.csai.shared.TenantId;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Rows of entries; every method works in the caller's transaction. */
@Component
class EntryTable {

    static final String COLUMNS = """
            e.tenant_id, e.id, e.occurred_at, e.actor_kind, e.actor_id, e.actor_name, e.operation, e.target_kind,
            e.target_id, e.outcome, e.problem, e.before::text as before, e.after::text as after, e.network, e.request_id
            """;

    Mono<Long> add(DatabaseClient db, Entry entry) {
        Target target = entry.target();
        GenericExecuteSpec insert = db.sql(insert(entry.actor()))
                .bind("tenant", entry.tenant().value())
                .bind("id", entry.id())
                .bind("at", entry.occurredAt())
                .bind("actorKind", entry.actor().kind())
                .bind("actor", id(entry.actor().id()))
                .bind("operation", entry.operation())
                .bind("targetKind", text(target == null ? null : target.kind()))
                .bind("target", text(target == null ? null : target.id()))
                .bind("outcome", entry.outcome().word())
                .bind("problem", text(entry.problem()))
                .bind("before", text(entry.before()))
                .bind("after", text(entry.after()))
                .bind("network", entry.network())
                .bind("request", entry.requestId());
        String name = entry.actor().name();
        return (name == null ? insert : insert.bind("actorName", name)).fetch().rowsUpdated();
    }

    /** An entry whose commit was not heard of may be there already. */
    private static String insert(Actor actor) {
        return """
                with entry as (
                  insert into chat.audit_entries (tenant_id, id, occurred_at, actor_kind, actor_id, actor_name,
                    operation, target_kind, target_id, outcome, problem, before, after, network, request_id)
                  values (:tenant, :id, :at, :actorKind, :actor, (%s),
                    :operation, :targetKind, :target, :outcome, :problem, cast(:before as json),
                    cast(:after as json), :network, :request)
                  on conflict (id) do nothing
                  returning tenant_id, id
                )
                insert into chat.audit_unsealed (tenant_id, entry_id) select tenant_id, id from entry
                """.formatted(nameOf(actor));
    }

    static Parameter id(@Nullable UUID value) {
        return value == null ? Parameters.in(UUID.class) : Parameters.in(value);
    }

    private static Parameter text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }

    /** Operators act with the system role, which alone reads accounts; those who act for a tenant bring their name. */
    private static String nameOf(Actor actor) {
        if (actor.name() != null) {
            return ":actorName";
        }
        return switch (actor.kind()) {
            case Actor.MEMBER -> "select name from chat.members where tenant_id = :tenant and id = :actor";
            case Actor.BACKEND -> "select name from chat.api_keys where tenant_id = :tenant and id = :actor";
            case Actor.OPERATOR -> "select name from chat.people where id = :actor";
            default -> "null";
        };
    }

    static Entry entry(Readable row) {
        String target = row.get("target_id", String.class);
        return new Entry(new TenantId(required(row, "tenant_id", UUID.class)), required(row, "id", UUID.class),
                required(row, "occurred_at", Instant.class),
                new Actor(required(row, "actor_kind", String.class), row.get("actor_id", UUID.class),
                        row.get("actor_name", String.class)),
                required(row, "operation", String.class),
                target == null ? null : new Target(required(row, "target_kind", String.class), target),
                Outcome.ofWord(required(row, "outcome", String.class)).orElseThrow(),
                row.get("problem", String.class), row.get("before", String.class), row.get("after", String.class),
                required(row, "network", String.class), required(row, "request_id", String.class));
    }
}
