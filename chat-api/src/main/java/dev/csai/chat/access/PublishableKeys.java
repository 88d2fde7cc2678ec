package dev.csai.chat.access;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.shared.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the key a text stands for, before the tenant is known. What was found, or not, is believed for 30 seconds. */
@Component
class PublishableKeys {

    private static final Duration BELIEVED = Duration.ofSeconds(30);
    private static final int REMEMBERED = 10_000;

    private static final String FIND = """
            select tenant_id, id, allowed_origins from chat.api_keys
            where key_text = :key and kind = 'publishable' and revoked_at is null
            """;

    private final SystemTransaction system;
    private final AsyncCache<String, Optional<PublishableKey>> known;

    PublishableKeys(SystemTransaction system, Clock clock) {
        this.system = system;
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(BELIEVED)
                .maximumSize(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .buildAsync();
    }

    /** A failed look-up is not remembered, and one caller's hanging up does not cancel it for the others. */
    Mono<Optional<PublishableKey>> find(String text) {
        return KeyText.isWellFormed(text)
                ? Mono.fromFuture(() -> known.get(text, (key, executor) -> read(key).toFuture()), true)
                : Mono.just(Optional.empty());
    }

    private Mono<Optional<PublishableKey>> read(String text) {
        return system.in(db -> db.sql(FIND).bind("key", text).map(PublishableKeys::key).one())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private static PublishableKey key(Readable row) {
        UUID tenant = Objects.requireNonNull(row.get("tenant_id", UUID.class));
        UUID id = Objects.requireNonNull(row.get("id", UUID.class));
        String[] origins = Objects.requireNonNull(row.get("allowed_origins", String[].class));
        return new PublishableKey(new TenantId(tenant), id, List.of(origins));
    }
}
