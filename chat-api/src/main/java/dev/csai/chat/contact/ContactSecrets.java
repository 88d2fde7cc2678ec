package dev.csai.chat.contact;

import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Snapshot;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.once.IdempotencyKey;
import dev.csai.chat.once.Once;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import dev.csai.shared.secret.Sealer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The contact secrets of a tenant: made, replaced and ended. One that works is never taken away by a second request. */
@Component
class ContactSecrets {

    static final Duration OVERLAP = Duration.ofHours(24);
    /** However often somebody asks for another within a day. */
    private static final int MAX_LIVE = 5;

    private final TenantTransaction transaction;
    private final SecretTable table;
    private final KnownSecrets known;
    private final Sealer sealer;
    private final Once once;
    private final Audit audit;
    private final Clock clock;

    ContactSecrets(TenantTransaction transaction, SecretTable table, KnownSecrets known, Sealer sealer, Once once,
            Audit audit, Clock clock) {
        this.transaction = transaction;
        this.audit = audit;
        this.table = table;
        this.known = known;
        this.sealer = sealer;
        this.once = once;
        this.clock = clock;
    }

    /**
     * What the audit log tells of the one in use, of whose text nothing.
     *
     * @param previousUntil how long what it has followed still works, if something does
     */
    private record SecretSnapshot(Instant createdAt, @Nullable Instant previousUntil) implements Snapshot {}

    /** Empty when the tenant has none. */
    Mono<ContactSecretView> find(TenantId tenant) {
        return transaction.in(tenant, db -> table.all(db, tenant))
                .flatMap(secrets -> Mono.justOrEmpty(current(secrets))
                        .map(current -> new ContactSecretView(null, current.createdAt(), previousUntil(secrets))));
    }

    Mono<ContactSecretView> replace(TenantId tenant, IdempotencyKey idempotency) {
        return transaction.in(tenant, db -> once.in(db, idempotency.asking(), ContactSecretView.class,
                () -> replace(db, tenant)))
                .doOnNext(done -> known.forget(tenant));
    }

    private Mono<ContactSecretView> replace(DatabaseClient db, TenantId tenant) {
        String text = ContactSecret.newText();
        ContactSecret made = ContactSecret.seal(text, tenant, clock.instant(), sealer);
        return table.lock(db, tenant)
                .then(Mono.defer(() -> table.delete(db, tenant, made.createdAt())))
                .then(Mono.defer(() -> table.all(db, tenant)))
                .doOnNext(ContactSecrets::checkRoom)
                .flatMap(before -> table.end(db, tenant, made.createdAt().plus(OVERLAP))
                        .then(Mono.defer(() -> table.insert(db, tenant, made)))
                        .then(told(db, tenant, before)))
                .map(secrets -> new ContactSecretView(text, made.createdAt(), previousUntil(secrets)));
    }

    /** All that the present one has followed. */
    Mono<Void> endPrevious(TenantId tenant) {
        return transaction.in(tenant, db -> table.lock(db, tenant)
                .then(Mono.defer(() -> table.all(db, tenant)))
                .flatMap(before -> table.delete(db, tenant, clock.instant().plus(OVERLAP))
                        .then(told(db, tenant, before))))
                .doOnNext(left -> known.forget(tenant))
                .then();
    }

    /** What there is when the change is made. */
    private Mono<List<ContactSecret>> told(DatabaseClient db, TenantId tenant, List<ContactSecret> before) {
        return Mono.defer(() -> table.all(db, tenant))
                .flatMap(after -> audit.changed(db, tenant, null, shown(before), shown(after)).thenReturn(after));
    }

    private @Nullable SecretSnapshot shown(List<ContactSecret> secrets) {
        return current(secrets).map(known -> new SecretSnapshot(known.createdAt(), previousUntil(secrets)))
                .orElse(null);
    }

    private static Optional<ContactSecret> current(List<ContactSecret> secrets) {
        return secrets.stream().filter(secret -> secret.endsAt() == null).findFirst();
    }

    private @Nullable Instant previousUntil(List<ContactSecret> secrets) {
        Optional<Instant> latest = secrets.stream().map(ContactSecret::endsAt).filter(Objects::nonNull)
                .filter(end -> clock.instant().isBefore(end)).max(Instant::compareTo);
        return latest.orElse(null);
    }

    private static void checkRoom(List<ContactSecret> living) {
        if (living.size() >= MAX_LIVE) {
            throw ProblemException.of(ProblemType.CONFLICT,
                    "So many secrets still work that there is no room for another. End the previous ones first.");
        }
    }
}
