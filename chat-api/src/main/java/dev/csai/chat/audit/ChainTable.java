package dev.csai.chat.audit;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.audit.Chain.End;
import dev.csai.shared.TenantId;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows of seals and of the ends of chains; every method works in the caller's transaction. */
@Component
class ChainTable {

    private static final String BEGIN = """
            insert into chat.audit_chains (tenant_id, sealed, head, mac) values (:tenant, 0, :head, :mac)
            on conflict do nothing
            """;
    private static final String END = """
            select sealed, last_entry_id, head, mac from chat.audit_chains where tenant_id = :tenant
            """;
    private static final String UNSEALED = """
            select %s from chat.audit_unsealed u
            join chat.audit_entries e on e.tenant_id = u.tenant_id and e.id = u.entry_id
            where u.tenant_id = :tenant order by e.occurred_at, e.id limit :limit
            """.formatted(EntryTable.COLUMNS);
    private static final String SEAL = """
            with sealed as (
              insert into chat.audit_seals (tenant_id, position, entry_id, hash)
              select :tenant, s.position, s.entry_id, s.hash
              from unnest(:positions, :entries, :hashes) as s (position, entry_id, hash)
              returning entry_id
            )
            delete from chat.audit_unsealed u using sealed where u.tenant_id = :tenant and u.entry_id = sealed.entry_id
            """;
    private static final String LENGTHEN = """
            update chat.audit_chains set sealed = :sealed, last_entry_id = :last, head = :head, mac = :mac
            where tenant_id = :tenant
            """;

    private final Chain chain;

    ChainTable(Chain chain) {
        this.chain = chain;
    }

    /** @param isGenuine whether the chain ended so when it was last lengthened */
    record Found(End end, boolean isGenuine) {}

    record Seal(long position, UUID entry, String hash) {}

    /** Until the transaction ends nobody else lengthens the chain; empty if somebody else does just now. */
    Mono<Found> lock(DatabaseClient db, TenantId tenant) {
        End none = new End(tenant, 0, null, Chain.BEGINNING);
        return db.sql(BEGIN)
                .bind("tenant", tenant.value())
                .bind("head", none.head())
                .bind("mac", chain.mac(none))
                .fetch()
                .rowsUpdated()
                .then(end(db, END + " for update skip locked", tenant));
    }

    /** Empty if nothing of the tenant was ever to be sealed. */
    Mono<Found> end(DatabaseClient db, TenantId tenant) {
        return end(db, END, tenant);
    }

    private Mono<Found> end(DatabaseClient db, String sql, TenantId tenant) {
        return db.sql(sql).bind("tenant", tenant.value()).map(row -> found(row, tenant)).one();
    }

    private Found found(Readable row, TenantId tenant) {
        End end = new End(tenant, required(row, "sealed", Long.class), row.get("last_entry_id", UUID.class),
                required(row, "head", String.class));
        return new Found(end, required(row, "mac", String.class).equals(chain.mac(end)));
    }

    Flux<Entry> unsealed(DatabaseClient db, TenantId tenant, int limit) {
        return db.sql(UNSEALED)
                .bind("tenant", tenant.value())
                .bind("limit", limit)
                .map(EntryTable::entry)
                .all();
    }

    Mono<Long> append(DatabaseClient db, List<Seal> seals, End end) {
        return db.sql(SEAL)
                .bind("tenant", end.tenant().value())
                .bind("positions", seals.stream().map(Seal::position).toArray(Long[]::new))
                .bind("entries", seals.stream().map(Seal::entry).toArray(UUID[]::new))
                .bind("hashes", seals.stream().map(Seal::hash).toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .then(lengthen(db, end));
    }

    private Mono<Long> lengthen(DatabaseClient db, End end) {
        return db.sql(LENGTHEN)
                .bind("tenant", end.tenant().value())
                .bind("sealed", end.sealed())
                .bind("last", EntryTable.id(end.lastEntry()))
                .bind("head", end.head())
                .bind("mac", chain.mac(end))
                .fetch()
                .rowsUpdated();
    }
}
