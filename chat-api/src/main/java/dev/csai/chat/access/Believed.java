package dev.csai.chat.access;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/**
 * What was read of something, believed for 30 seconds. One reading answers for all who ask meanwhile; one that failed is
 * not remembered, and one caller's hanging up does not cancel it for the others.
 */
final class Believed<K, V> {

    private static final Duration LIFE = Duration.ofSeconds(30);
    private static final int REMEMBERED = 10_000;

    private final AsyncCache<K, V> cache;
    private final Function<K, Mono<V>> reading;

    /** @param reading never empty */
    Believed(Clock clock, Function<K, Mono<V>> reading) {
        this.reading = reading;
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(LIFE)
                .maximumSize(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .buildAsync();
    }

    Mono<V> of(K key) {
        return Mono.fromFuture(() -> cache.get(key, (same, executor) -> reading.apply(same).toFuture()), true);
    }

    /** Also what is being read just now, which may be what was before. */
    void forget(K key) {
        cache.synchronous().invalidate(key);
    }

    void forgetAll(Predicate<K> which) {
        cache.asMap().keySet().removeIf(which);
    }
}
