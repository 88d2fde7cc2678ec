package dev.csai.chat.conversation;

import static dev.csai.chat.db.Columns.required;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.conversation.Answer.Citation;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.web.Page;
import dev.csai.shared.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was said in a conversation, oldest first. */
@Component
public class Transcript {

    private static final String READ = """
            select m.id, t.client_message_id, m.direction, m.author, m.text, m.outcome, m.citations::text as citations,
              m.created_at, f.rating, f.comment
            from chat.messages m
            join chat.turns t on t.tenant_id = m.tenant_id and t.id = m.turn_id
            left join chat.feedback f on f.tenant_id = m.tenant_id and f.message_id = m.id
            where m.tenant_id = :tenant and m.conversation_id = :conversation
              and m.position > coalesce(
                (select last.position from chat.messages last where last.tenant_id = :tenant and last.id = :after), 0)
            order by m.position limit :limit
            """;
    private static final UUID BEGINNING = new UUID(0, 0);

    private final TenantTransaction transaction;
    private final Sessions sessions;
    private final JsonMapper json;

    Transcript(TenantTransaction transaction, Sessions sessions, JsonMapper json) {
        this.transaction = transaction;
        this.sessions = sessions;
        this.json = json;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID messageId,
            @Nullable UUID clientMessageId,
            String direction,
            String author,
            String text,
            @Nullable String outcome,
            List<Citation> citations,
            Feedback.@Nullable Rating feedback,
            Instant createdAt) {}

    Mono<Page<Line>> read(TenantId tenant, String session, int limit, @Nullable UUID after) {
        UUID conversation = sessions.conversation(tenant, session);
        return transaction.in(tenant, db -> read(db, tenant, conversation, limit, after));
    }

    /**
     * Reads in the caller's transaction, which must know that the conversation is there.
     *
     * @param after the message that the page before ended with
     */
    public Mono<Page<Line>> read(DatabaseClient db, TenantId tenant, UUID conversation, int limit,
            @Nullable UUID after) {
        return db.sql(READ)
                .bind("tenant", tenant.value())
                .bind("conversation", conversation)
                .bind("after", after == null ? BEGINNING : after)
                .bind("limit", limit + 1)
                .map(this::line)
                .all()
                .collectList()
                .map(lines -> Page.of(lines, limit, line -> line.messageId().toString()));
    }

    private Line line(Readable row) {
        String direction = text(row, "direction");
        String rating = row.get("rating", String.class);
        return new Line(required(row, "id", UUID.class),
                direction.equals("inbound") ? row.get("client_message_id", UUID.class) : null,
                direction, text(row, "author"), text(row, "text"), row.get("outcome", String.class),
                json.readValue(text(row, "citations"), new TypeReference<List<Citation>>() {
                }),
                rating == null ? null : new Feedback.Rating(rating, row.get("comment", String.class)),
                required(row, "created_at", Instant.class));
    }

    private static String text(Readable row, String column) {
        return required(row, column, String.class);
    }
}
