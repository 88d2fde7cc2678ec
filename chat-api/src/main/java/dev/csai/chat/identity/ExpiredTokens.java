package dev.csai.chat.identity;

import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.sweep.Sweeper;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Purges refresh tokens whose session is over. All of a family expire together, so none is missed by those that look
 * for a revoked one.
 */
@Component
class ExpiredTokens extends Sweeper {

    private static final Duration PERIOD = Duration.ofHours(1);
    /** In one transaction. */
    private static final int BATCH = 1000;

    private static final String PURGE = """
            delete from chat.refresh_tokens where token_hash in (
              select token_hash from chat.refresh_tokens where expires_at <= :now
              order by expires_at limit :batch for update skip locked)
            """;

    private final SystemTransaction system;
    private final Clock clock;

    ExpiredTokens(SystemTransaction system, Clock clock) {
        super("Expired refresh tokens", PERIOD);
        this.system = system;
        this.clock = clock;
    }

    @Override
    protected Mono<Void> sweep() {
        return purge().repeat().takeUntil(purged -> purged < BATCH).then();
    }

    private Mono<Long> purge() {
        return Mono.defer(() -> system.in(db -> db.sql(PURGE)
                .bind("now", clock.instant())
                .bind("batch", BATCH)
                .fetch()
                .rowsUpdated()));
    }
}
