package dev.csai.chat.assistant;

import dev.csai.chat.assistant.VersionTable.NewVersion;
import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.once.IdempotencyKey;
import dev.csai.chat.once.Once;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The assistants of tenants: switched, drafted, published. Changes of one are made one after the other, and nobody changes
 * or publishes a draft that they have not seen.
 */
@Component
class Assistants {

    private final TenantTransaction transaction;
    private final AssistantTable table;
    private final VersionTable versions;
    private final KnownAssistants known;
    private final Once once;
    private final Audit audit;
    private final Clock clock;

    Assistants(TenantTransaction transaction, AssistantTable table, VersionTable versions, KnownAssistants known,
            Once once, Audit audit, Clock clock) {
        this.transaction = transaction;
        this.table = table;
        this.versions = versions;
        this.known = known;
        this.once = once;
        this.audit = audit;
        this.clock = clock;
    }

    Mono<Assistant> find(TenantId tenant) {
        return transaction.in(tenant, db -> table.find(db, tenant));
    }

    /** Holds here at once and everywhere within seconds. */
    Mono<Assistant> change(TenantId tenant, NewSwitches wished) {
        return transaction.in(tenant, db -> table.lock(db, tenant)
                .map(Assistant::switches)
                .flatMap(before -> set(db, tenant, before, wished.over(before)))
                .then(Mono.defer(() -> table.find(db, tenant))))
                .doOnNext(changed -> known.forget(tenant));
    }

    private Mono<Void> set(DatabaseClient db, TenantId tenant, Switches before, Switches after) {
        return table.set(db, tenant, after).then(audit.changed(db, tenant, target(tenant), before, after));
    }

    /** @throws ProblemException {@code stale} if the draft has been changed since that revision */
    Mono<Assistant> draft(TenantId tenant, int revision, NewSettings wished) {
        return transaction.in(tenant, db -> table.languages(db, tenant)
                .map(wished::checked)
                .flatMap(draft -> seen(db, tenant, revision).flatMap(before -> redraft(db, tenant, before, draft)))
                .then(Mono.defer(() -> table.find(db, tenant))));
    }

    /** Brings what a version says into the draft. */
    Mono<Assistant> restore(TenantId tenant, int revision, int number) {
        return transaction.in(tenant, db -> version(db, tenant, number)
                .flatMap(version -> seen(db, tenant, revision)
                        .flatMap(before -> redraft(db, tenant, before, version.settings())))
                .then(Mono.defer(() -> table.find(db, tenant))));
    }

    private Mono<Void> redraft(DatabaseClient db, TenantId tenant, Assistant before, AssistantSettings draft) {
        return table.redraft(db, tenant, draft)
                .then(audit.changed(db, tenant, target(tenant), DraftSnapshot.of(before.revision(), before.draft()),
                        DraftSnapshot.of(before.revision() + 1, draft)));
    }

    /**
     * Puts the draft in force.
     *
     * @throws ProblemException {@code stale} if the draft has been changed since that revision, {@code conflict} if it is
     *         in force already
     */
    Mono<Version> publish(TenantId tenant, Publishing by, int revision, IdempotencyKey idempotency) {
        return transaction.in(tenant, db -> once.in(db, idempotency.asking(revision), Version.class,
                () -> seen(db, tenant, revision)
                        .flatMap(before -> publish(db, tenant, by, before,
                                new NewVersion(before.nextVersion(), before.draft(), null)))))
                .doOnNext(published -> known.forget(tenant));
    }

    /** Puts an earlier version in force again, as a new one. A draft that had no changes of its own goes with it. */
    Mono<Version> publishAgain(TenantId tenant, Publishing by, int number, IdempotencyKey idempotency) {
        return transaction.in(tenant, db -> once.in(db, idempotency.asking(), Version.class,
                () -> version(db, tenant, number).flatMap(earlier -> table.lock(db, tenant)
                        .flatMap(before -> rollBack(db, tenant, by, before, earlier)))))
                .doOnNext(published -> known.forget(tenant));
    }

    private Mono<Version> rollBack(DatabaseClient db, TenantId tenant, Publishing by, Assistant before,
            WholeVersion earlier) {
        Mono<Long> draft = before.hasUnpublishedChanges()
                ? Mono.just(0L)
                : table.redraft(db, tenant, earlier.settings());
        return publish(db, tenant, by, before,
                new NewVersion(before.nextVersion(), earlier.settings(), earlier.number()))
                .delayUntil(published -> draft);
    }

    private Mono<Version> publish(DatabaseClient db, TenantId tenant, Publishing by, Assistant before,
            NewVersion version) {
        if (before.version() != null && before.inForce().equals(version.settings())) {
            return Mono.error(() -> ProblemException.of(ProblemType.CONFLICT, "This is in force already."));
        }
        return versions.add(db, tenant, version, by, clock.instant())
                .delayUntil(added -> table.putInForce(db, tenant, added.number()))
                .delayUntil(added -> audit.changed(db, tenant, target(tenant),
                        new VersionSnapshot(before.version(), null),
                        new VersionSnapshot(added.number(), added.restoredFrom())));
    }

    /** Whoever saw the draft at this revision sees it now, and nobody changes it until the transaction ends. */
    private Mono<Assistant> seen(DatabaseClient db, TenantId tenant, int revision) {
        return table.lock(db, tenant)
                .filter(assistant -> assistant.revision() == revision)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.STALE,
                        "The draft has been changed meanwhile. Read it again before you change or publish it.")));
    }

    private Mono<WholeVersion> version(DatabaseClient db, TenantId tenant, int number) {
        return versions.find(db, tenant, number)
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("version")));
    }

    private static Target target(TenantId tenant) {
        return Target.of("assistant", tenant.value());
    }
}
