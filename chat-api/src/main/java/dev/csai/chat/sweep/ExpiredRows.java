package dev.csai.chat.sweep;

import dev.csai.chat.db.SystemTransaction;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Rows of all tenants that are over at a time of their own, and are then nobody's any more. */
@Component
public class ExpiredRows {

    /** In one transaction. */
    private static final int BATCH = 1000;

    private final SystemTransaction system;
    private final Clock clock;

    ExpiredRows(SystemTransaction system, Clock clock) {
        this.system = system;
        this.clock = clock;
    }

    /** @param table of chat's that has {@code expires_at}; a word of ours, never one that came from outside */
    public Mono<Void> purge(String table) {
        String statement = """
                delete from chat.%1$s where ctid = any (array(
                  select ctid from chat.%1$s where expires_at <= :now
                  order by expires_at limit :batch for update skip locked))
                """.formatted(table);
        return Mono.defer(() -> system.in(db -> db.sql(statement)
                .bind("now", clock.instant())
                .bind("batch", BATCH)
                .fetch()
                .rowsUpdated())).repeat().takeUntil(purged -> purged < BATCH).then();
    }
}
