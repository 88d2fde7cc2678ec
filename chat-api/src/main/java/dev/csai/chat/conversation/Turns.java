package dev.csai.chat.conversation;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.assistant.Channel;
import dev.csai.chat.contact.Contacts;
import dev.csai.chat.conversation.ChatRequest.Utterance;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
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

    private static final String TAKE_OVER = """
            update chat.turns t set epoch = epoch + 1, lease_until = now() + :lease * interval '1 second'
            from chat.messages m, chat.conversations c
            where t.tenant_id = :tenant and t.id = :turn and t.state = 'running' and t.lease_until < now()
              and m.tenant_id = t.tenant_id and m.turn_id = t.id and m.direction = 'inbound'
              and c.tenant_id = t.tenant_id and c.id = t.conversation_id
            returning t.conversation_id, c.channel, t.ordinal, t.epoch, t.locale, m.text
            """;

    private final TenantTransaction transaction;
    private final Contacts contacts;
    private final JsonMapper json;
    private final Clock clock;

    Turns(TenantTransaction transaction, Contacts contacts, JsonMapper json, Clock clock) {
        this.transaction = transaction;
        this.contacts = contacts;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @throws ProblemException {@code key-reused} if the key came before with another text, {@code not-found} if there
     *         is no such session or it is another verified contact's, {@code contact-blocked}
     */
    Mono<Acceptance> accept(Speaker speaker, Utterance utterance) {
        TenantId tenant = speaker.tenant();
        return transaction.in(tenant, db -> contacts.recognize(db, tenant, speaker.claimant())
                .flatMap(contact -> begin(db, speaker, contact.orElse(null), utterance))
                .delayUntil(taken -> contacts.introduce(db, tenant, taken.turn().conversationId(), speaker.claimant()))
                .cast(Acceptance.class)
                .switchIfEmpty(Mono.defer(() -> existing(db, speaker, utterance))))
                .onErrorMap(DataIntegrityViolationException.class, e -> ProblemException.notFound("session"));
    }

    /** Completes empty while the turn's worker lives or when the turn is completed. */
    Mono<Turn> takeOver(TenantId tenant, UUID turn) {
        return transaction.in(tenant, db -> db.sql(TAKE_OVER)
                .bind("tenant", tenant.value())
                .bind("turn", turn)
                .bind("lease", LEASE.toSeconds())
                .map(row -> new Turn(tenant, turn, required(row, "conversation_id", UUID.class),
                        Channel.of(required(row, "channel", String.class)),
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

    private Mono<Acceptance.Taken> begin(DatabaseClient db, Speaker speaker, @Nullable UUID contact,
            Utterance utterance) {
        UUID turn = Ids.next();
        return statement(db, speaker, contact)
                .bind("tenant", speaker.tenant().value())
                .bind("turn", turn)
                .bind("conversation", speaker.conversationId())
                .bind("key", utterance.clientMessageId())
                .bind("fingerprint", utterance.fingerprint())
                .bind("lease", LEASE.toSeconds())
                .bind("message", Ids.next())
                .bind("text", utterance.text())
                .bind("locale", Parameters.in(R2dbcType.VARCHAR, utterance.locale()))
                .bind("now", clock.instant())
                .map(row -> new Acceptance.Taken(new Turn(speaker.tenant(), turn,
                        required(row, "conversation_id", UUID.class), Channel.WIDGET,
                        required(row, "ordinal", Integer.class), 1,
                        utterance.text(), required(row, "locale", String.class))))
                .one();
    }

    private static GenericExecuteSpec statement(DatabaseClient db, Speaker speaker, @Nullable UUID contact) {
        if (contact == null) {
            return speaker.hasSession()
                    ? db.sql(AcceptanceSql.CONTINUE).bindNull("contact", UUID.class)
                    : db.sql(AcceptanceSql.BEGIN);
        }
        return db.sql(speaker.hasSession() ? AcceptanceSql.CONTINUE : AcceptanceSql.RETURN).bind("contact", contact);
    }

    /** What came before under the key; if nothing did, this is why nothing could come now. */
    private Mono<Acceptance> existing(DatabaseClient db, Speaker speaker, Utterance utterance) {
        return db.sql(AcceptanceSql.FIND)
                .bind("tenant", speaker.tenant().value())
                .bind("key", utterance.clientMessageId())
                .bind("conversation", speaker.conversationId())
                .map(row -> existing(row, utterance))
                .one();
    }

    private Acceptance existing(Readable row, Utterance utterance) {
        if (required(row, "blocked", Boolean.class)) {
            throw Contacts.blocked();
        }
        UUID turn = row.get("id", UUID.class);
        if (turn == null) {
            throw ProblemException.notFound("session");
        }
        if (!Arrays.equals(required(row, "request_sha256", byte[].class), utterance.fingerprint())) {
            throw ProblemException.of(ProblemType.KEY_REUSED,
                    "This clientMessageId was used before with another text.");
        }
        return acceptance(turn, required(row, "conversation_id", UUID.class), row.get("answer", String.class));
    }

    private Acceptance acceptance(UUID turn, UUID conversation, @Nullable String answer) {
        return answer == null
                ? new Acceptance.Running(turn, conversation)
                : new Acceptance.Answered(turn, json.readValue(answer, Answer.class));
    }
}
