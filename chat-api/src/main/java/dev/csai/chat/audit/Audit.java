package dev.csai.chat.audit;

import dev.csai.chat.access.Caller;
import dev.csai.chat.audit.Trail.Change;
import dev.csai.shared.TenantId;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a feature says of the operation that is going on. Whoever says nothing has an entry too, when the response is
 * committed, but one without before and after. Of several changes in one operation the first to commit is its entry;
 * outside of an operation, as in a sweep, nothing is written.
 */
@Component
public class Audit {

    private final EntryTable entries;
    private final JsonMapper json;
    private final Clock clock;

    Audit(EntryTable entries, JsonMapper json, Clock clock) {
        this.entries = entries;
        this.json = json;
        this.clock = clock;
    }

    /** Writes the entry in the transaction of the change, by the caller of the request. */
    public Mono<Void> changed(DatabaseClient db, TenantId tenant, @Nullable Target target, @Nullable Snapshot before,
            @Nullable Snapshot after) {
        return inTrail(trail -> write(db, trail,
                new Change(tenant, trail.caller(), target, text(before), text(after))));
    }

    /**
     * As {@link #changed}, by somebody whom the operation itself has proven, as a log-in does; in the log of their
     * tenant, or the platform's.
     */
    public Mono<Void> changedBy(DatabaseClient db, Caller by, @Nullable Target target, @Nullable Snapshot before,
            @Nullable Snapshot after) {
        return inTrail(trail -> write(db, trail,
                new Change(Actor.tenantOf(by), by, target, text(before), text(after))));
    }

    /** Writes the entry in the transaction of a look at what is a tenant's own, by the caller of the request. */
    public Mono<Void> looked(DatabaseClient db, TenantId whose, @Nullable Target target) {
        return changed(db, whose, target, null, null);
    }

    /** The operation found all as it should be, and changed nothing: of this no entry is written. */
    public Mono<Void> nothingChanged() {
        return inTrail(trail -> Mono.fromRunnable(trail::leaveOut));
    }

    /** Notes whom an operation is about that has no transaction to tell of, or may be refused. */
    public Mono<Void> about(TenantId tenant, @Nullable Target target) {
        return inTrail(trail -> Mono.fromRunnable(() -> trail.about(tenant, target)));
    }

    private static Mono<Void> inTrail(Function<Trail, Mono<Void>> work) {
        return Mono.deferContextual(context -> context.<Trail>getOrEmpty(Trail.class)
                .filter(trail -> !trail.isWritten())
                .map(work)
                .orElseGet(Mono::empty));
    }

    private Mono<Void> write(DatabaseClient db, Trail trail, Change change) {
        return entries.add(db, trail.changing(change, clock.instant()))
                .then(TransactionSynchronizationManager.forCurrentTransaction())
                .doOnNext(transaction -> transaction.registerSynchronization(trail.writtenWithCommit()))
                .then();
    }

    private @Nullable String text(@Nullable Snapshot snapshot) {
        return snapshot == null ? null : json.writeValueAsString(snapshot);
    }
}
