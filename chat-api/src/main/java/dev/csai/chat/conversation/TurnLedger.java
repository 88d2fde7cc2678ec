package dev.csai.chat.conversation;

import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.Ids;
import dev.csai.shared.message.UsageRecorded;
import dev.csai.shared.outbox.OutboxRelay;
import dev.csai.shared.outbox.OutboxRow;
import io.r2dbc.postgresql.codec.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The end of a turn: answer, message and usage in one statement, or none of them. */
@Component
class TurnLedger {

    /**
     * The conversation's row is locked before the turn's, as in acceptance: a copy of the message holds the first while
     * it looks at the second.
     */
    private static final String COMPLETE = """
            with locked as (
              select id from chat.conversations where tenant_id = :tenant and id = :conversation for no key update),
            done as (
              update chat.turns t set state = 'completed', answer = :answer::jsonb, completed_at = :now
              from locked
              where t.tenant_id = :tenant and t.id = :turn and t.conversation_id = locked.id and t.epoch = :epoch
                and t.state = 'running'
              returning t.conversation_id),
            said as (
              insert into chat.messages (tenant_id, id, conversation_id, turn_id, direction, author, text, outcome,
                citations, created_at)
              select :tenant, :message, conversation_id, :turn, 'outbound', 'assistant', :text, :outcome,
                :citations::jsonb, :now from done),
            touched as (
              update chat.conversations c set updated_at = :now,
                status = case when 'handed_off' in (:status, c.status) then :status else c.status end
              from done where c.tenant_id = :tenant and c.id = done.conversation_id),
            told as (
              insert into chat.outbox (id, tenant_id, destination, payload)
              select :outboxId, :tenant, :destination, :payload from done where :used)
            select count(*) from done
            """;

    private static final String RENEW = """
            update chat.turns set lease_until = now() + :lease * interval '1 second'
            where tenant_id = :tenant and id = :turn and epoch = :epoch and state = 'running'
            """;

    private static final String MAY_GO = """
            select not exists (select from chat.turns where tenant_id = :tenant and conversation_id = :conversation
              and state = 'running' and ordinal < :ordinal)
            """;

    private final TenantTransaction transaction;
    private final OutboxRelay relay;
    private final JsonMapper json;
    private final Clock clock;

    TurnLedger(TenantTransaction transaction, OutboxRelay relay, JsonMapper json, Clock clock) {
        this.transaction = transaction;
        this.relay = relay;
        this.json = json;
        this.clock = clock;
    }

    /**
     * False when another worker took the turn meanwhile: then nothing of this one's work is kept.
     *
     * @param usage nothing is told if nothing was used
     */
    Mono<Boolean> complete(Turn turn, Answer answer, List<UsageRecorded.UsageRecord> usage) {
        Instant now = clock.instant();
        OutboxRow row = OutboxRow.of(
                new UsageRecorded(Ids.next(), turn.tenant().value(), now, "turn", turn.id(), usage),
                UsageRecorded.DESTINATION, json);
        return transaction.in(turn.tenant(), db -> db.sql(COMPLETE)
                .bind("answer", Json.of(json.writeValueAsString(answer)))
                .bind("now", now)
                .bind("tenant", turn.tenant().value())
                .bind("turn", turn.id())
                .bind("conversation", turn.conversationId())
                .bind("epoch", turn.epoch())
                .bind("message", answer.messageId())
                .bind("text", answer.text())
                .bind("outcome", answer.outcome().wireName())
                .bind("status", answer.conversationStatus().wireName())
                .bind("used", !usage.isEmpty())
                .bind("citations", Json.of(json.writeValueAsString(answer.citations())))
                .bind("outboxId", row.id())
                .bind("destination", row.destination())
                .bind("payload", row.payload())
                .mapValue(Long.class)
                .one())
                .map(done -> done == 1)
                .doOnNext(done -> relay.wake());
    }

    /** Whether no earlier turn of the conversation is still being worked on. */
    Mono<Boolean> mayGo(Turn turn) {
        return transaction.in(turn.tenant(), db -> db.sql(MAY_GO)
                .bind("tenant", turn.tenant().value())
                .bind("conversation", turn.conversationId())
                .bind("ordinal", turn.ordinal())
                .mapValue(Boolean.class)
                .one());
    }

    /** Zero rows when the lease is lost. */
    Mono<Long> renew(Turn turn) {
        return extend(turn, Turns.LEASE.toSeconds());
    }

    /** Ends the lease now, so that whoever asks next may try again. */
    Mono<Long> release(Turn turn) {
        return extend(turn, 0);
    }

    private Mono<Long> extend(Turn turn, long seconds) {
        return transaction.in(turn.tenant(), db -> db.sql(RENEW)
                .bind("lease", seconds)
                .bind("tenant", turn.tenant().value())
                .bind("turn", turn.id())
                .bind("epoch", turn.epoch())
                .fetch()
                .rowsUpdated());
    }
}
