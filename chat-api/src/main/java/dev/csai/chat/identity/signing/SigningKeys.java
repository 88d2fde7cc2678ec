package dev.csai.chat.identity.signing;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The signing keys as this instance knows them: what it believes is never older than half a minute. */
@Component
class SigningKeys {

    /** A key that was revoked elsewhere is good here for so long. */
    static final Duration BELIEVED = Duration.ofSeconds(30);
    /** An unknown key id may be another replica's new key, or noise that must not become load on the database. */
    private static final Duration BETWEEN_RELOADS = Duration.ofSeconds(5);
    private static final String RING = "ring";

    private final SigningKeyTable table;
    private final AccessTokenSettings settings;
    private final Clock clock;
    private final AsyncCache<String, KeyRing> known;
    private final AtomicLong nextReload = new AtomicLong();

    SigningKeys(SigningKeyTable table, AccessTokenSettings settings, Clock clock) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(BELIEVED)
                .maximumSize(1)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .buildAsync();
    }

    Mono<SigningKey> current() {
        return ring().map(ring -> ring.signing(clock.instant()));
    }

    /** Never empty. */
    Mono<KeyRing> ring() {
        return Mono.fromFuture(() -> known.get(RING, (key, executor) -> load().toFuture()), true);
    }

    /** Those that a token may be signed with. */
    Mono<List<SigningKey>> published() {
        return ring().map(ring -> ring.published(clock.instant(), settings.accessTokenLife()));
    }

    /** As {@link #published()}, read anew if the id is not among those remembered. */
    Mono<List<SigningKey>> publishedFor(@Nullable String keyId) {
        return published().flatMap(keys -> {
            boolean isKnown = keys.stream().anyMatch(key -> key.id().toString().equals(keyId));
            if (isKnown || !mayReload()) {
                return Mono.just(keys);
            }
            forget();
            return published();
        });
    }

    /** Announces the next key when the newest is old enough, and removes those that no token needs any more. */
    Mono<Void> turn() {
        return ring().filter(this::isToTurn)
                .flatMap(ring -> table.turn())
                .doOnNext(turned -> forget())
                .then();
    }

    /** Announces the next key now; changes nothing while one is announced already. */
    Mono<KeyRing> rotate() {
        return table.announce().doOnNext(changed -> forget());
    }

    /** Removes every key and begins with a new one: all access tokens are void, here at once and elsewhere soon. */
    Mono<KeyRing> revoke() {
        return table.replaceAll().doOnNext(changed -> forget());
    }

    private boolean isToTurn(KeyRing ring) {
        return ring.nextDue(clock.instant(), settings.signingKeyLife()).isPresent()
                || ring.published(clock.instant(), settings.accessTokenLife()).size() < ring.keys().size();
    }

    private void forget() {
        known.synchronous().invalidateAll();
    }

    private boolean mayReload() {
        long now = clock.millis();
        long due = nextReload.get();
        return now >= due && nextReload.compareAndSet(due, now + BETWEEN_RELOADS.toMillis());
    }

    /** The first key is made when first needed. */
    private Mono<KeyRing> load() {
        return table.read().flatMap(ring -> ring.isEmpty() ? table.turn() : Mono.just(ring));
    }
}
