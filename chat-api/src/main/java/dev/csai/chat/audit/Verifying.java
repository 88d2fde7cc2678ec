package dev.csai.chat.audit;

import static dev.csai.chat.db.Columns.required;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.audit.Chain.End;
import dev.csai.chat.audit.ChainTable.Found;
import dev.csai.chat.db.Reach;
import dev.csai.shared.TenantId;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes the chain of a tenant once more, from its entries, and says where it does not hold: an entry that was changed,
 * or that is gone, also from the end. What is sealed meanwhile is left to the next time. Only a log that was removed
 * altogether, with its chain, leaves nothing to tell of it.
 */
@Component
class Verifying {

    /** In one transaction. */
    private static final int BATCH = 1000;

    private static final String LINKS = """
            select s.position, s.entry_id, s.hash, e.id is not null as present, %s from chat.audit_seals s
            left join chat.audit_entries e on e.tenant_id = s.tenant_id and e.id = s.entry_id
            where s.tenant_id = :tenant and s.position > :after and s.position <= :last
            order by s.position limit :limit
            """.formatted(EntryTable.COLUMNS);
    private static final String WAITING = "select count(*) from chat.audit_unsealed where tenant_id = :tenant";
    /** Each entry is sealed or waits for that, and what waits is there. */
    private static final String ASTRAY = """
            select e.id from chat.audit_entries e
            where e.tenant_id = :tenant
              and not exists (select from chat.audit_seals s where s.tenant_id = e.tenant_id and s.entry_id = e.id)
              and not exists (select from chat.audit_unsealed u where u.tenant_id = e.tenant_id and u.entry_id = e.id)
            union all
            select u.entry_id from chat.audit_unsealed u
            where u.tenant_id = :tenant
              and not exists (select from chat.audit_entries e where e.tenant_id = u.tenant_id and e.id = u.entry_id)
            limit 1
            """;

    private final ChainTable chains;
    private final Chain chain;

    Verifying(ChainTable chains, Chain chain) {
        this.chains = chains;
        this.chain = chain;
    }

    /**
     * @param sealed entries that the chain is meant to hold
     * @param unsealed entries that wait for their seal, which takes seconds
     * @param brokenAt the id of the first entry at which the log does not hold
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Verification(boolean intact, long sealed, long unsealed, @Nullable UUID brokenAt) {}

    private record Link(long position, UUID entryId, String hash, @Nullable Entry entry) {}

    /** How far the chain was followed. */
    private record Walk(long position, String hash, @Nullable UUID lastEntry, @Nullable UUID brokenAt, boolean over) {}

    Mono<Verification> of(Reach reach, TenantId tenant) {
        return reach.read(db -> chains.end(db, tenant))
                .defaultIfEmpty(new Found(new End(tenant, 0, null, Chain.BEGINNING), true))
                .flatMap(found -> walk(reach, found.end())
                        .flatMap(walk -> reach.read(db -> told(db, found, walk))));
    }

    private Mono<Walk> walk(Reach reach, End end) {
        return Mono.just(new Walk(0, Chain.BEGINNING, null, null, false))
                .expand(walk -> walk.over() ? Mono.empty() : reach.read(db -> follow(db, end, walk)))
                .last();
    }

    private Mono<Walk> follow(DatabaseClient db, End end, Walk walk) {
        return db.sql(LINKS)
                .bind("tenant", end.tenant().value())
                .bind("after", walk.position())
                .bind("last", end.sealed())
                .bind("limit", BATCH)
                .map(Verifying::link)
                .all()
                .collectList()
                .map(links -> follow(links, walk));
    }

    private Walk follow(List<Link> links, Walk walk) {
        Walk reached = walk;
        for (Link link : links) {
            Entry entry = link.entry();
            boolean holds = entry != null && link.position() == reached.position() + 1
                    && link.hash().equals(chain.hash(reached.hash(), link.position(), entry));
            if (!holds) {
                return new Walk(reached.position(), reached.hash(), reached.lastEntry(), link.entryId(), true);
            }
            reached = new Walk(link.position(), link.hash(), link.entryId(), null, false);
        }
        return links.size() < BATCH
                ? new Walk(reached.position(), reached.hash(), reached.lastEntry(), null, true)
                : reached;
    }

    private static Mono<Verification> told(DatabaseClient db, Found found, Walk walk) {
        TenantId tenant = found.end().tenant();
        UUID broken = walk.brokenAt() == null ? brokenEnd(found, walk) : walk.brokenAt();
        Mono<UUID> astray = broken == null
                ? db.sql(ASTRAY).bind("tenant", tenant.value()).mapValue(UUID.class).one()
                : Mono.just(broken);
        return db.sql(WAITING).bind("tenant", tenant.value()).mapValue(Long.class).one()
                .flatMap(waiting -> astray
                        .map(at -> new Verification(false, found.end().sealed(), waiting, at))
                        .defaultIfEmpty(new Verification(found.isGenuine(), found.end().sealed(), waiting, null)));
    }

    /** The last of the entries that the chain once had, if it does not end there. */
    private static @Nullable UUID brokenEnd(Found found, Walk walk) {
        End end = found.end();
        boolean ends = found.isGenuine() && walk.position() == end.sealed()
                && walk.hash().equals(end.head());
        if (ends) {
            return null;
        }
        return end.lastEntry() == null ? walk.lastEntry() : end.lastEntry();
    }

    private static Link link(Readable row) {
        boolean present = required(row, "present", Boolean.class);
        return new Link(required(row, "position", Long.class), required(row, "entry_id", UUID.class),
                required(row, "hash", String.class), present ? EntryTable.entry(row) : null);
    }
}
