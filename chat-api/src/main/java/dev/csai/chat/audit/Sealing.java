package dev.csai.chat.audit;

import dev.csai.chat.audit.Chain.End;
import dev.csai.chat.audit.ChainTable.Found;
import dev.csai.chat.audit.ChainTable.Seal;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.sweep.Sweeper;
import dev.csai.shared.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lengthens each tenant's chain by the entries that came since, in the order in which they are found. It is not done in
 * the transactions of the entries, which would all have to wait for each other.
 */
@Component
class Sealing extends Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sealing.class);

    private static final Duration PERIOD = Duration.ofSeconds(5);
    /** In one transaction. */
    private static final int BATCH = 500;
    /** The others' turn comes with the next sweep. */
    private static final int TENANTS = 1000;

    private static final String WAITING = "select distinct tenant_id from chat.audit_unsealed limit :limit";

    private final SystemTransaction system;
    private final ChainTable chains;
    private final Chain chain;

    Sealing(SystemTransaction system, ChainTable chains, Chain chain) {
        super("Unsealed entries of the audit log", PERIOD);
        this.system = system;
        this.chains = chains;
        this.chain = chain;
    }

    @Override
    protected Mono<Void> sweep() {
        return system.in(db -> db.sql(WAITING).bind("limit", TENANTS).mapValue(UUID.class).all().collectList())
                .flatMapIterable(waiting -> waiting)
                .map(TenantId::new)
                .concatMap(tenant -> seal(tenant).repeat().takeUntil(sealed -> sealed < BATCH))
                .then();
    }

    private Mono<Integer> seal(TenantId tenant) {
        return Mono.defer(() -> system.in(db -> chains.lock(db, tenant).flatMap(found -> lengthen(db, found))))
                .defaultIfEmpty(0);
    }

    /** An end that was moved back must not be made to look genuine. */
    private Mono<Integer> lengthen(DatabaseClient db, Found found) {
        if (!found.isGenuine()) {
            log.error("The audit log of tenant {} was tampered with; no more of it is sealed", found.end().tenant());
            return Mono.empty();
        }
        return chains.unsealed(db, found.end().tenant(), BATCH)
                .collectList()
                .filter(entries -> !entries.isEmpty())
                .flatMap(entries -> append(db, found.end(), entries));
    }

    private Mono<Integer> append(DatabaseClient db, End end, List<Entry> entries) {
        List<Seal> seals = new ArrayList<>();
        String head = end.head();
        long position = end.sealed();
        for (Entry entry : entries) {
            position++;
            head = chain.hash(head, position, entry);
            seals.add(new Seal(position, entry.id(), head));
        }
        return chains.append(db, seals, new End(end.tenant(), position, entries.getLast().id(), head))
                .thenReturn(seals.size());
    }
}
