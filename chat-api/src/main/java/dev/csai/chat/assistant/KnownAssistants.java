package dev.csai.chat.assistant;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What is in force for each tenant, believed for three seconds so that most turns read nothing. A change made in this
 * process holds at once.
 */
@Component
public class KnownAssistants {

    private static final Duration BELIEVED = Duration.ofSeconds(3);
    private static final int REMEMBERED = 10_000;

    private final TenantTransaction transaction;
    private final AssistantTable table;
    private final AsyncCache<TenantId, AssistantInForce> believed;

    KnownAssistants(TenantTransaction transaction, AssistantTable table, Clock clock) {
        this.transaction = transaction;
        this.table = table;
        this.believed = Caffeine.newBuilder()
                .expireAfterWrite(BELIEVED)
                .maximumSize(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .buildAsync();
    }

    /** A failed reading is not remembered, and one caller's hanging up does not cancel it for the others. */
    public Mono<AssistantInForce> inForce(TenantId tenant) {
        return Mono.fromFuture(() -> believed.get(tenant,
                (same, executor) -> read(same).map(Assistant::published).toFuture()), true);
    }

    /** As it stands at this moment. */
    public Mono<AssistantSettings> draft(TenantId tenant) {
        return read(tenant).map(Assistant::draft);
    }

    /** Due when a change has been committed; also what is being read just now, for it may be what was before. */
    void forget(TenantId tenant) {
        believed.synchronous().invalidate(tenant);
    }

    private Mono<Assistant> read(TenantId tenant) {
        return transaction.in(tenant, db -> table.find(db, tenant));
    }
}
