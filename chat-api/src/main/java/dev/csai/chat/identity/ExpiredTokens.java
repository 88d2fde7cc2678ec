package dev.csai.chat.identity;

import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.sweep.Sweeper;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Purges what is over: sessions, codes, mailed links, invitations, second factors that nobody confirmed, and ways to a
 * provider. All refresh tokens of a family expire together, so none is missed by those that look for a revoked one.
 */
@Component
class ExpiredTokens extends Sweeper {

    private static final Duration PERIOD = Duration.ofHours(1);
    /** In one transaction. */
    private static final int BATCH = 1000;

    private static final List<String> TABLES = List.of("refresh_tokens", "signups", "mailed_tokens", "invitations",
            "second_factors", "sign_in_attempts");

    private final SystemTransaction system;
    private final Clock clock;

    ExpiredTokens(SystemTransaction system, Clock clock) {
        super("Expired tokens, codes and invitations", PERIOD);
        this.system = system;
        this.clock = clock;
    }

    @Override
    protected Mono<Void> sweep() {
        return Flux.fromIterable(TABLES)
                .concatMap(table -> purge(table).repeat().takeUntil(purged -> purged < BATCH))
                .then();
    }

    private Mono<Long> purge(String table) {
        String statement = """
                delete from chat.%1$s where ctid = any (array(
                  select ctid from chat.%1$s where expires_at <= :now
                  order by expires_at limit :batch for update skip locked))
                """.formatted(table);
        return Mono.defer(() -> system.in(db -> db.sql(statement)
                .bind("now", clock.instant())
                .bind("batch", BATCH)
                .fetch()
                .rowsUpdated()));
    }
}
