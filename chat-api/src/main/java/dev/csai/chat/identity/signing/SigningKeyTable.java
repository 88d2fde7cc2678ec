package dev.csai.chat.identity.signing;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.audit.Audit;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.shared.TenantId;
import dev.csai.shared.secret.Sealer;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * chat.signing_keys. Whoever changes them holds a lock and looks again: of instances that come together one makes the
 * key, and the others find it made.
 */
@Component
class SigningKeyTable {

    private static final String READ = """
            select id, private_sealed, signs_from from chat.signing_keys order by signs_from, id
            """;
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('chat.signing_keys'))";
    private static final String ADD = """
            insert into chat.signing_keys (id, public_jwk, private_sealed, created_at, signs_from)
            values (:id, :jwk, :sealed, :now, :from)
            """;
    private static final String REMOVE = "delete from chat.signing_keys where id = :id";

    private final SystemTransaction system;
    private final Sealer sealer;
    private final AccessTokenSettings settings;
    private final Audit audit;
    private final Clock clock;

    SigningKeyTable(SystemTransaction system, Sealer sealer, AccessTokenSettings settings, Audit audit, Clock clock) {
        this.system = system;
        this.audit = audit;
        this.sealer = sealer;
        this.settings = settings;
        this.clock = clock;
    }

    Mono<KeyRing> read() {
        return system.in(this::read);
    }

    /** Adds the first key, or the next one if it is due, and removes those that are over. */
    Mono<KeyRing> turn() {
        return change((db, ring) -> {
            Instant now = clock.instant();
            Optional<Instant> next = ring.isEmpty() ? Optional.of(now) : ring.nextDue(now, settings.signingKeyLife());
            return removeEnded(db, ring, now).then(Mono.justOrEmpty(next).flatMap(from -> add(db, from)));
        });
    }

    /** Adds the next key, unless there is one that does not sign yet. */
    Mono<KeyRing> announce() {
        return change((db, ring) -> {
            Instant now = clock.instant();
            Mono<Void> adding = ring.hasNext(now) ? Mono.empty() : add(db, now.plus(KeyRing.NOTICE));
            return adding.then(told(db, ring));
        });
    }

    /** Removes all keys and adds one that signs at once. */
    Mono<KeyRing> replaceAll() {
        return change((db, ring) -> Flux.fromIterable(ring.keys()).concatMap(key -> remove(db, key))
                .then(add(db, clock.instant()))
                .then(told(db, ring)));
    }

    /** Only of what somebody asks for: a turn that comes by the clock may come with anybody's request. */
    private Mono<Void> told(DatabaseClient db, KeyRing before) {
        return Mono.defer(() -> read(db)).flatMap(
                after -> audit.changed(db, TenantId.PLATFORM, null, RingSnapshot.of(before), RingSnapshot.of(after)));
    }

    private Mono<KeyRing> change(BiFunction<DatabaseClient, KeyRing, Mono<Void>> change) {
        return system.in(db -> db.sql(LOCK).fetch().one()
                .then(Mono.defer(() -> read(db)))
                .flatMap(ring -> change.apply(db, ring))
                .then(Mono.defer(() -> read(db))));
    }

    private Mono<KeyRing> read(DatabaseClient db) {
        return db.sql(READ).map(this::key).all().collectList().map(KeyRing::new);
    }

    private Mono<Void> removeEnded(DatabaseClient db, KeyRing ring, Instant now) {
        var published = ring.published(now, settings.accessTokenLife());
        return Flux.fromIterable(ring.keys()).filter(key -> !published.contains(key))
                .concatMap(key -> remove(db, key)).then();
    }

    private Mono<Void> add(DatabaseClient db, Instant signsFrom) {
        SigningKey key = SigningKey.generate(signsFrom);
        return db.sql(ADD)
                .bind("id", key.id())
                .bind("jwk", key.publicJwk().toJSONString())
                .bind("sealed", key.seal(sealer))
                .bind("now", clock.instant())
                .bind("from", signsFrom)
                .fetch().rowsUpdated().then();
    }

    private static Mono<Void> remove(DatabaseClient db, SigningKey key) {
        return db.sql(REMOVE).bind("id", key.id()).fetch().rowsUpdated().then();
    }

    private SigningKey key(Readable row) {
        UUID id = required(row, "id", UUID.class);
        return SigningKey.open(id, required(row, "private_sealed", String.class),
                required(row, "signs_from", Instant.class), sealer);
    }
}
