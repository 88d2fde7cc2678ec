package dev.csai.chat.key;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.KnownKeys;
import dev.csai.chat.access.Role;
import dev.csai.chat.access.Scope;
import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.once.IdempotencyKey;
import dev.csai.chat.once.Once;
import dev.csai.chat.web.MergePatches.MergePatch;
import dev.csai.chat.web.Page;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The keys of a tenant. A change holds at once in this process, and in the others when they no longer believe what they
 * have read. However many rotate a key at once, one gets its successor and the others are told that it has one.
 */
@Component
class Keys {

    static final int MAX_LIVE = 50;

    private static final UUID NEWEST = new UUID(-1, -1);

    private final TenantTransaction transaction;
    private final SystemTransaction system;
    private final KeyTable table;
    private final KnownKeys known;
    private final Once once;
    private final Audit audit;
    private final Clock clock;

    Keys(TenantTransaction transaction, SystemTransaction system, KeyTable table, KnownKeys known, Once once,
            Audit audit, Clock clock) {
        this.transaction = transaction;
        this.system = system;
        this.once = once;
        this.audit = audit;
        this.table = table;
        this.known = known;
        this.clock = clock;
    }

    /** Newest first. */
    Mono<Page<Key>> list(TenantId tenant, int limit, @Nullable UUID before) {
        return transaction.in(tenant, db -> table
                .before(db, tenant, before == null ? NEWEST : before, limit + 1, clock.instant())
                .collectList())
                .map(found -> Page.of(found, limit, key -> key.id().toString()));
    }

    Mono<Key> make(Member member, NewKey key, IdempotencyKey idempotency) {
        checkGrant(member.role(), key.scopes());
        return transaction.in(member.tenant(), db -> once.in(db,
                idempotency.asking(key.kind(), key.name(), key.scopes(), key.allowedOrigins()), Key.class,
                () -> make(db, member.tenant(), key)));
    }

    private Mono<Key> make(DatabaseClient db, TenantId tenant, NewKey key) {
        return table.lock(db, tenant)
                .then(Mono.defer(() -> insert(db, tenant, key)))
                .flatMap(made -> told(db, tenant, made.id(), null, KeySnapshot.of(made)).thenReturn(made));
    }

    Mono<Key> change(TenantId tenant, UUID id, MergePatch<KeySettings> patch) {
        return transaction.in(tenant, db -> table.toChange(db, tenant, id, clock.instant())
                .switchIfEmpty(unknown())
                .flatMap(before -> change(db, tenant, before, patch)
                        .then(table.toChange(db, tenant, id, clock.instant()))
                        .flatMap(after -> told(db, tenant, id, KeySnapshot.of(before), KeySnapshot.of(after))
                                .thenReturn(after))))
                .doOnNext(changed -> known.forget(id));
    }

    private Mono<Long> change(DatabaseClient db, TenantId tenant, Key key, MergePatch<KeySettings> patch) {
        KeySettings wished = patch.applyTo(KeySettings.of(key));
        return table.change(db, tenant, key.id(), wished.checkedName(), wished.checkedOrigins(key.kind()));
    }

    /** @return the successor, which has the old one's name, scopes and origins */
    Mono<Key> rotate(Member member, UUID id, Duration overlap, IdempotencyKey idempotency) {
        return transaction.in(member.tenant(), db -> once.in(db, idempotency.asking(overlap), Key.class,
                () -> rotate(db, member.tenant(), member.role(), id, overlap)))
                .doOnNext(successor -> known.forget(id));
    }

    /** The same for an operator, who may do with keys what an owner may. */
    Mono<Key> rotateForTenant(TenantId tenant, UUID id, Duration overlap, IdempotencyKey idempotency) {
        return system.in(db -> once.in(db, idempotency.asking(overlap), Key.class,
                () -> rotate(db, tenant, Role.OWNER, id, overlap)))
                .doOnNext(successor -> known.forget(id));
    }

    private Mono<Key> rotate(DatabaseClient db, TenantId tenant, Role role, UUID id, Duration overlap) {
        return table.lock(db, tenant)
                .then(Mono.defer(() -> table.toChange(db, tenant, id, clock.instant())))
                .switchIfEmpty(unknown())
                .flatMap(old -> replace(db, tenant, role, old, overlap));
    }

    /** A key that was revoked before is so still. */
    Mono<Void> revoke(TenantId tenant, UUID id) {
        Instant now = clock.instant();
        return transaction.in(tenant, db -> table.toChange(db, tenant, id, now)
                .switchIfEmpty(unknown())
                .flatMap(key -> table.revoke(db, tenant, id, now)
                        .then(told(db, tenant, id, KeySnapshot.of(key), KeySnapshot.revoked(key)))
                        .thenReturn(key)))
                .doOnNext(revoked -> known.forget(id))
                .then();
    }

    private Mono<Void> told(DatabaseClient db, TenantId tenant, UUID id, @Nullable KeySnapshot before,
            KeySnapshot after) {
        return audit.changed(db, tenant, Target.of("key", id), before, after);
    }

    private Mono<Key> replace(DatabaseClient db, TenantId tenant, Role role, Key old, Duration overlap) {
        switch (old.status()) {
            case ACTIVE -> checkGrant(role, old.scopes() == null ? List.of() : old.scopes());
            case EXPIRING -> throw conflict("This key has a successor already. Rotate that one instead.");
            case REVOKED -> throw conflict("This key is revoked. Make a new one.");
        }
        Instant now = clock.instant();
        Mono<Long> ending = overlap.isZero()
                ? table.revoke(db, tenant, old.id(), now)
                : table.expire(db, tenant, old.id(), now.plus(overlap));
        return ending.then(Mono.defer(() -> insert(db, tenant, successor(old))))
                .flatMap(made -> told(db, tenant, old.id(), KeySnapshot.of(old),
                        KeySnapshot.replaced(old, now.plus(overlap), overlap.isZero(), made)).thenReturn(made));
    }

    private static NewKey successor(Key old) {
        return switch (old.kind()) {
            case PUBLISHABLE -> NewKey.publishable(old.name(), old.allowedOrigins() == null
                    ? List.of()
                    : old.allowedOrigins());
            case SECRET -> NewKey.secret(old.name(), old.scopes() == null ? List.of() : old.scopes());
        };
    }

    private Mono<Key> insert(DatabaseClient db, TenantId tenant, NewKey key) {
        Instant now = clock.instant();
        return table.countLive(db, tenant, now)
                .filter(live -> live < MAX_LIVE)
                .switchIfEmpty(Mono.error(() -> conflict("A tenant has at most " + MAX_LIVE
                        + " keys that work. Revoke one that is no longer needed.")))
                .flatMap(live -> table.insert(db, tenant, key, now))
                .thenReturn(key.made(now));
    }

    /** Whoever made a key with more than they have could do what they may not. */
    private static void checkGrant(Role role, List<String> scopes) {
        scopes.stream().flatMap(word -> Scope.ofWord(word).stream()).filter(scope -> !scope.isWithin(role)).findFirst()
                .ifPresent(scope -> {
                    throw ProblemException.of(ProblemType.FORBIDDEN,
                            "The scope " + scope.word() + " opens more than you may do yourself.");
                });
    }

    private static ProblemException conflict(String detail) {
        return ProblemException.of(ProblemType.CONFLICT, detail);
    }

    private static <T> Mono<T> unknown() {
        return Mono.error(() -> ProblemException.notFound("key"));
    }
}
