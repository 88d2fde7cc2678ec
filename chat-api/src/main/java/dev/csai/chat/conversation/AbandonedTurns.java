package dev.csai.chat.conversation;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.sweep.Sweeper;
import dev.csai.shared.TenantId;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finishes turns whose worker died and whose client never came back: every accepted message is answered and counted
 * once, and no later turn of its conversation waits for ever.
 */
@Component
class AbandonedTurns extends Sweeper {

    private static final Duration PERIOD = Duration.ofSeconds(5);

    /** As many may be left behind at once as a process had taken on, so a sweep goes on until there are no more. */
    private static final int BATCH = 50;
    private static final int AT_ONCE = 8;

    /** By the database's clock, as leases are. */
    private static final String NOW = "select now()";

    /** The first of its conversation only: any other would hold a place in the sweep while it waits for that one. */
    private static final String FIND = """
            select tenant_id, id from chat.turns t
            where state = 'running' and lease_until < :before
              and not exists (select from chat.turns earlier
                where earlier.tenant_id = t.tenant_id and earlier.conversation_id = t.conversation_id
                  and earlier.state = 'running' and earlier.ordinal < t.ordinal)
            order by lease_until limit :batch
            """;

    private final SystemTransaction system;
    private final Turns turns;
    private final Conversing conversing;

    AbandonedTurns(SystemTransaction system, Turns turns, Conversing conversing) {
        super("Abandoned turns", PERIOD);
        this.system = system;
        this.turns = turns;
        this.conversing = conversing;
    }

    private record Found(TenantId tenant, UUID turn) {}

    /** What is let go again meanwhile, because it failed, waits for the next sweep. */
    @Override
    protected Mono<Void> sweep() {
        return system.in(db -> db.sql(NOW).mapValue(OffsetDateTime.class).one()).flatMap(this::sweep);
    }

    private Mono<Void> sweep(OffsetDateTime before) {
        return Mono.defer(() -> find(before))
                .flatMap(found -> Flux.fromIterable(found).flatMap(this::finish, AT_ONCE).count())
                .repeat()
                .takeUntil(finished -> finished == 0)
                .then();
    }

    private Mono<List<Found>> find(OffsetDateTime before) {
        return system.in(db -> db.sql(FIND)
                .bind("before", before)
                .bind("batch", BATCH)
                .map(row -> new Found(new TenantId(required(row, "tenant_id", UUID.class)),
                        required(row, "id", UUID.class)))
                .all()
                .collectList());
    }

    /** Empty if somebody else has it now. */
    private Mono<Turn> finish(Found found) {
        return turns.takeOver(found.tenant(), found.turn())
                .flatMap(turn -> conversing.start(turn).then(Mono.just(turn)));
    }
}
