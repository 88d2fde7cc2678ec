package dev.csai.chat.throttle;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How many requests a minute each tenant's plan allows; believed for 30 seconds. */
@Component
class TenantQuotas {

    private static final Duration BELIEVED = Duration.ofSeconds(30);
    private static final int REMEMBERED = 50_000;

    private static final String FIND = "select requests_per_minute from chat.tenants where id = :tenant";

    private final TenantTransaction transaction;
    private final AsyncCache<TenantId, Integer> known;

    TenantQuotas(TenantTransaction transaction, Clock clock) {
        this.transaction = transaction;
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(BELIEVED)
                .maximumSize(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .buildAsync();
    }

    /** Empty when the tenant is no more. */
    Mono<Integer> requestsPerMinute(TenantId tenant) {
        return Mono.fromFuture(() -> known.get(tenant, (key, executor) -> read(key).toFuture()), true);
    }

    private Mono<Integer> read(TenantId tenant) {
        return transaction.in(tenant,
                db -> db.sql(FIND).bind("tenant", tenant.value()).mapValue(Integer.class).one());
    }
}
