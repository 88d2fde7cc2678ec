package dev.csai.chat.identity;

import dev.csai.chat.db.SystemTransaction;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Purges refresh tokens whose session is over. All of a family expire together, so none is missed by those that look
 * for a revoked one.
 */
@Component
class ExpiredTokens implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ExpiredTokens.class);
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
    private Disposable sweeping = Disposables.disposed();

    ExpiredTokens(SystemTransaction system, Clock clock) {
        this.system = system;
        this.clock = clock;
    }

    Mono<Void> sweep() {
        return purge().repeat().takeUntil(purged -> purged < BATCH).then();
    }

    private Mono<Long> purge() {
        return Mono.defer(() -> system.in(db -> db.sql(PURGE)
                .bind("now", clock.instant())
                .bind("batch", BATCH)
                .fetch()
                .rowsUpdated()));
    }

    @Override
    public void start() {
        sweeping = Flux.interval(Duration.ZERO, PERIOD)
                .onBackpressureDrop()
                .concatMap(tick -> sweep().onErrorResume(failure -> {
                    log.warn("Expired refresh tokens wait for the next sweep: {}", failure.toString());
                    return Mono.empty();
                }))
                .subscribe();
    }

    @Override
    public void stop() {
        sweeping.dispose();
    }

    @Override
    public boolean isRunning() {
        return !sweeping.isDisposed();
    }
}
