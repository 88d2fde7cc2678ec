package dev.csai.chat.conversation;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.sweep.Sweeper;
import dev.csai.shared.TenantId;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finishes turns whose worker died and whose client never came back: every accepted message is answered and counted
 * once, and no later turn of its conversation waits for ever.
 */
@Component
class AbandonedTurns extends Sweeper {

    private static final Duration PERIOD = Duration.ofSeconds(5);

    private static final String FIND = """
            select tenant_id, id from chat.turns where state = 'running' and lease_until < now()
            order by lease_until limit 50
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

    @Override
    protected Mono<Void> sweep() {
        return system.in(db -> db.sql(FIND)
                .map(row -> new Found(new TenantId(required(row, "tenant_id", UUID.class)),
                        required(row, "id", UUID.class)))
                .all()
                .collectList())
                .flatMapIterable(found -> found)
                .concatMap(found -> turns.takeOver(found.tenant(), found.turn()))
                .concatMap(turn -> conversing.start(turn).then())
                .then();
    }
}
