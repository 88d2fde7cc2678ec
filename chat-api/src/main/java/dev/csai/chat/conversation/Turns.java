package dev.csai.chat.conversation;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.conversation.ChatRequest.Utterance;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import io.r2dbc.postgresql.codec.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Accepts utterances: each {@code clientMessageId} becomes one turn, whoever and however many send it, and a turn whose
 * worker died goes to the next who asks.
 */
@Component
class Turns {

    /** How long a worker may be silent before another takes its turn. */
    static final Duration LEASE = Duration.ofSeconds(20);

    private static final String FIND = """
            select id, conversation_id, state, request_sha256, answer::text as answer
            from chat.turns where tenant_id = :tenant and client_message_id = :key
            """;

    /** The turn first: only if it is really new does the conversation come to be. */
    private static final String BEGIN_CONVERSATION = """
            with turn as (
              insert into chat.turns (tenant_id, id, conversation_id, client_message_id, request_sha256, ordinal,
                locale, state, lease_until, created_at)
              values (:tenant, :turn, :conversation, :key, :fingerprint, 1,
                coalesce(:locale, (select default_locale from chat.tenants where id = :tenant)), 'running',
                now() + :lease * interval '1 second', :now)
              on conflict (tenant_id, client_message_id) do nothing
              returning locale, ordinal),
            conversation as (
              insert into chat.conversations (tenant_id, id, channel, status, locale, contact, created_at, updated_at,
                turn_count)
              select :tenant, :conversation, 'widget', 'open', locale, :contact::jsonb, :now, :now, 1 from turn),
            said as (
              insert into chat.messages (tenant_id, id, conversation_id, turn_id, direction, author, text, created_at)
              select :tenant, :message, :conversation, :turn, 'inbound', 'contact', :text, :now from turn)
            select locale, ordinal from turn
            """;

    /** The conversation's row lock makes the order of acceptance the order of the turns. */
    private static final String CONTINUE_CONVERSATION = """
            with conversation as (
              update chat.conversations set turn_count = turn_count + 1, updated_at = :now,
                locale = coalesce(:locale, locale),
                status = case status when 'resolved' then 'open' else status end
              where tenant_id = :tenant and id = :conversation
              returning turn_count, locale),
            turn as (
              insert into chat.turns (tenant_id, id, conversation_id, client_message_id, request_sha256, ordinal,
                locale, state, lease_until, created_at)
              select :tenant, :turn, :conversation, :key, :fingerprint, turn_count, locale, 'running',
                now() + :lease * interval '1 second', :now
              from conversation
              on conflict (tenant_id, client_message_id) do nothing
              returning locale, ordinal),
            said as (
              insert into chat.messages (tenant_id, id, conversation_id, turn_id, direction, author, text, created_at)
              select :tenant, :message, :conversation, :turn, 'inbound', 'contact', :text, :now from turn)
            select locale, ordinal from turn
            """;

    private static final String TAKE_OVER = """
            update chat.turns t set epoch = epoch + 1, lease_until = now() + :lease * interval '1 second'
            from chat.messages m
            where t.tenant_id = :tenant and t.id = :turn and t.state = 'running' and t.lease_until < now()
              and m.tenant_id = t.tenant_id and m.turn_id = t.id and m.direction = 'inbound'
            returning t.conversation_id, t.ordinal, t.epoch, t.locale, m.text
            """;

    private final TenantTransaction transaction;
    private final Sessions sessions;
    private final JsonMapper json;
    private final Clock clock;

    Turns(TenantTransaction transaction, Sessions sessions, JsonMapper json, Clock clock) {
        this.transaction = transaction;
        this.sessions = sessions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @throws ProblemException {@code key-reused} if the key came before with another text, {@code not-found} if there
     *         is no such session
     */
    Mono<Acceptance> accept(TenantId tenant, @Nullable String session, Utterance utterance) {
        UUID known = session == null ? null : sessions.conversation(tenant, session);
        return transaction.in(tenant, db -> begin(db, tenant, known, utterance)
                .cast(Acceptance.class)
                .switchIfEmpty(Mono.defer(() -> existing(db, tenant, utterance))))
                .onErrorMap(DataIntegrityViolationException.class, e -> ProblemException.notFound("session"));
    }

    /** Completes empty while the turn's worker lives or when the turn is completed. */
    Mono<Turn> takeOver(TenantId tenant, UUID turn) {
        return transaction.in(tenant, db -> db.sql(TAKE_OVER)
                .bind("tenant", tenant.value())
                .bind("turn", turn)
                .bind("lease", LEASE.toSeconds())
                .map(row -> new Turn(tenant, turn, required(row, "conversation_id", UUID.class),
                        required(row, "ordinal", Integer.class), required(row, "epoch", Integer.class),
                        required(row, "text", String.class), required(row, "locale", String.class)))
                .one());
    }

    Mono<Acceptance> find(TenantId tenant, UUID conversation, UUID turn) {
        return transaction.in(tenant, db -> db.sql("""
                select answer::text as answer from chat.turns where tenant_id = :tenant and id = :turn
                """)
                .bind("tenant", tenant.value())
                .bind("turn", turn)
                .map(row -> acceptance(turn, conversation, row.get("answer", String.class)))
                .one());
    }

    private Mono<Acceptance.Taken> begin(DatabaseClient db, TenantId tenant, @Nullable UUID known,
            Utterance utterance) {
        UUID conversation = known == null ? Ids.next() : known;
        UUID turn = Ids.next();
        DatabaseClient.GenericExecuteSpec insert = db.sql(known == null ? BEGIN_CONVERSATION : CONTINUE_CONVERSATION)
                .bind("tenant", tenant.value())
                .bind("turn", turn)
                .bind("conversation", conversation)
                .bind("key", utterance.clientMessageId())
                .bind("fingerprint", utterance.fingerprint())
                .bind("lease", LEASE.toSeconds())
                .bind("message", Ids.next())
                .bind("text", utterance.text())
                .bind("now", clock.instant());
        if (known == null) {
            insert = insert.bind("contact", Json.of(
                    utterance.contact() == null ? "{}" : json.writeValueAsString(utterance.contact())));
        }
        insert = utterance.locale() == null
                ? insert.bindNull("locale", String.class)
                : insert.bind("locale", utterance.locale());
        return insert.map(row -> new Acceptance.Taken(new Turn(tenant, turn, conversation,
                required(row, "ordinal", Integer.class), 1, utterance.text(), required(row, "locale", String.class))))
                .one();
    }

    private Mono<Acceptance> existing(DatabaseClient db, TenantId tenant, Utterance utterance) {
        return db.sql(FIND)
                .bind("tenant", tenant.value())
                .bind("key", utterance.clientMessageId())
                .map(row -> {
                    if (!Arrays.equals(required(row, "request_sha256", byte[].class), utterance.fingerprint())) {
                        throw ProblemException.of(ProblemType.KEY_REUSED,
                                "This clientMessageId was used before with another text.");
                    }
                    return acceptance(required(row, "id", UUID.class), required(row, "conversation_id", UUID.class),
                            row.get("answer", String.class));
                })
                .one()
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("session")));
    }

    private Acceptance acceptance(UUID turn, UUID conversation, @Nullable String answer) {
        return answer == null
                ? new Acceptance.Running(turn, conversation)
                : new Acceptance.Answered(turn, json.readValue(answer, Answer.class));
    }
}
