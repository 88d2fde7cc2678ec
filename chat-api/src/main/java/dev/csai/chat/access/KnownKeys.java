package dev.csai.chat.access;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.csai.shared.TenantId;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds the key a text stands for, before the tenant is known. What was found, or not, is believed for 30 seconds; a
 * change made in this process holds at once, if it is told of. The text of a secret key is not remembered.
 */
@Component
public class KnownKeys {

    private static final Duration BELIEVED = Duration.ofSeconds(30);
    /** Whoever has had a key in this time is not taken for one who guesses. */
    private static final Duration PROVEN = Duration.ofHours(1);
    private static final int REMEMBERED = 10_000;
    private static final int REMEMBERED_PROVEN = 50_000;

    private final KeyRows rows;
    private final KeyHashes hashes;
    private final UnknownKeys unknown;
    private final Clock clock;
    private final AsyncCache<String, Optional<ApiKey>> believed;
    private final Cache<String, Boolean> proven;

    KnownKeys(KeyRows rows, KeyHashes hashes, UnknownKeys unknown, Clock clock) {
        this.rows = rows;
        this.hashes = hashes;
        this.unknown = unknown;
        this.clock = clock;
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.believed = Caffeine.newBuilder()
                .expireAfterWrite(BELIEVED)
                .maximumSize(REMEMBERED)
                .ticker(ticker)
                .buildAsync();
        this.proven = Caffeine.newBuilder()
                .expireAfterAccess(PROVEN)
                .maximumSize(REMEMBERED_PROVEN)
                .ticker(ticker)
                .build();
    }

    /**
     * A failed look-up is not remembered, and one caller's hanging up does not cancel it for the others.
     *
     * @param from who sent the text
     */
    Mono<Optional<ApiKey>> find(String text, @Nullable InetSocketAddress from) {
        if (KeyText.isPublishable(text)) {
            return find(text, from, rows.publishable(text));
        }
        if (KeyText.isSecret(text)) {
            byte[] hash = hashes.of(text);
            return find(HexFormat.of().formatHex(hash), from, rows.secret(hash));
        }
        return Mono.just(Optional.empty());
    }

    private Mono<Optional<ApiKey>> find(String reference, @Nullable InetSocketAddress from,
            Mono<Optional<ApiKey>> reading) {
        return Mono.fromFuture(() -> believed.get(reference,
                (same, executor) -> lookUp(reference, from, reading).toFuture()), true)
                .map(found -> found.filter(key -> key.holdsAt(clock.instant())));
    }

    private Mono<Optional<ApiKey>> lookUp(String reference, @Nullable InetSocketAddress from,
            Mono<Optional<ApiKey>> reading) {
        return (proven.getIfPresent(reference) == null ? unknown.admit(from, reading) : reading)
                .doOnNext(found -> remember(reference, found.isPresent()));
    }

    private void remember(String reference, boolean isKey) {
        if (isKey) {
            proven.put(reference, true);
        } else {
            proven.invalidate(reference);
        }
    }

    /**
     * Believes nothing of a key any more, which is due when a change of it has been committed. Also forgets look-ups that
     * are under way, for they may have read what was before.
     */
    public void forget(UUID id) {
        believed.asMap().values().removeIf(look -> mayHold(look, key -> key.id().equals(id)));
    }

    /** The same of all keys of a tenant, when that has changed. */
    void forgetAllOf(TenantId tenant) {
        believed.asMap().values().removeIf(look -> mayHold(look, key -> key.tenant().equals(tenant)));
    }

    private static boolean mayHold(CompletableFuture<Optional<ApiKey>> look, Predicate<ApiKey> wanted) {
        return look.state() != Future.State.SUCCESS || look.resultNow().filter(wanted).isPresent();
    }
}
