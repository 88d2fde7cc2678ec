package dev.csai.chat.identity;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.shared.secret.Sealer;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The keys of chat.signing_keys, newest first: the newest signs, all verify. The first is made when first needed; a
 * database lock sees to it that replicas that start together agree on one.
 */
@Component
class SigningKeys {

    private static final Duration BELIEVED = Duration.ofMinutes(5);
    /** An unknown key id may be another replica's new key, or noise that must not become load on the database. */
    private static final Duration BETWEEN_RELOADS = Duration.ofSeconds(5);

    private static final String READ = """
            select id, private_sealed from chat.signing_keys order by created_at desc, id desc
            """;
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('chat.signing_keys'))";
    private static final String CREATE = """
            insert into chat.signing_keys (id, public_jwk, private_sealed, created_at)
            select :id, :jwk, :sealed, :now where not exists (select from chat.signing_keys)
            """;

    private final SystemTransaction system;
    private final Sealer sealer;
    private final Clock clock;
    private final AsyncCache<String, List<SigningKey>> known;
    private final AtomicLong nextReload = new AtomicLong();

    SigningKeys(SystemTransaction system, Sealer sealer, Clock clock) {
        this.system = system;
        this.sealer = sealer;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(BELIEVED)
                .maximumSize(1)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .buildAsync();
    }

    Mono<SigningKey> current() {
        return all().map(List::getFirst);
    }

    /** Never empty. */
    Mono<List<SigningKey>> all() {
        return Mono.fromFuture(() -> known.get("all", (key, executor) -> load().toFuture()), true);
    }

    /** All keys, read anew if the id is not among those remembered. */
    Mono<List<SigningKey>> allFor(@Nullable String keyId) {
        return all().flatMap(keys -> {
            boolean isKnown = keys.stream().anyMatch(key -> key.id().toString().equals(keyId));
            if (isKnown || !mayReload()) {
                return Mono.just(keys);
            }
            known.synchronous().invalidateAll();
            return all();
        });
    }

    private boolean mayReload() {
        long now = clock.millis();
        long due = nextReload.get();
        return now >= due && nextReload.compareAndSet(due, now + BETWEEN_RELOADS.toMillis());
    }

    private Mono<List<SigningKey>> load() {
        return system.in(this::read).flatMap(keys -> keys.isEmpty() ? system.in(this::create) : Mono.just(keys));
    }

    private Mono<List<SigningKey>> read(DatabaseClient db) {
        return db.sql(READ).map(this::key).all().collectList();
    }

    private Mono<List<SigningKey>> create(DatabaseClient db) {
        SigningKey key = SigningKey.generate();
        Mono<Long> insert = db.sql(CREATE)
                .bind("id", key.id())
                .bind("jwk", key.publicJwk().toJSONString())
                .bind("sealed", key.seal(sealer))
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated();
        return db.sql(LOCK).fetch().one().then(insert).then(read(db));
    }

    private SigningKey key(Readable row) {
        UUID id = Objects.requireNonNull(row.get("id", UUID.class));
        return SigningKey.open(id, Objects.requireNonNull(row.get("private_sealed", String.class)), sealer);
    }
}
