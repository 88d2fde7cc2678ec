package dev.csai.chat.contact;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The contact secrets that tokens are checked with, believed for 30 seconds and kept sealed. A change made in this process
 * holds at once; the end of a replaced secret is part of what is believed.
 */
@Component
class KnownSecrets {

    private static final Duration BELIEVED = Duration.ofSeconds(30);
    /** A token that none has signed may be of another process's new secret, or noise that must not become load. */
    private static final Duration BETWEEN_READS = Duration.ofSeconds(5);
    private static final int REMEMBERED = 10_000;

    private final TenantTransaction transaction;
    private final SecretTable table;
    private final Clock clock;
    private final AsyncCache<TenantId, Known> believed;

    KnownSecrets(TenantTransaction transaction, SecretTable table, Clock clock) {
        this.transaction = transaction;
        this.table = table;
        this.clock = clock;
        this.believed = Caffeine.newBuilder()
                .expireAfterWrite(BELIEVED)
                .maximumSize(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .buildAsync();
    }

    record Known(List<ContactSecret> secrets, Instant readAt) {

        Known {
            secrets = List.copyOf(secrets);
        }
    }

    /** One caller's hanging up does not cancel the reading for the others. */
    Mono<Known> of(TenantId tenant) {
        return Mono.fromFuture(() -> believed.get(tenant, (same, executor) -> read(same).toFuture()), true);
    }

    /** What there is beyond what was known; empty when that was read a moment ago. */
    Mono<Known> beyond(TenantId tenant, Known known) {
        if (clock.instant().isBefore(known.readAt().plus(BETWEEN_READS))) {
            return Mono.empty();
        }
        forget(tenant);
        return of(tenant);
    }

    /** Also what is being read just now, for it may be what was before. */
    void forget(TenantId tenant) {
        believed.synchronous().invalidate(tenant);
    }

    private Mono<Known> read(TenantId tenant) {
        return transaction.in(tenant, db -> table.all(db, tenant))
                .map(secrets -> new Known(secrets, clock.instant()));
    }
}
