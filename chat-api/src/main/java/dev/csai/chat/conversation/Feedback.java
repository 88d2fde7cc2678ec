package dev.csai.chat.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Thumbs and comments: one per answer, which may be changed. */
@Component
class Feedback {

    private static final int MAX_COMMENT = 2000;

    private static final String GIVE = """
            insert into chat.feedback (tenant_id, message_id, rating, comment, updated_at)
            select tenant_id, id, :rating, :comment, :now from chat.messages
            where tenant_id = :tenant and id = :message and direction = 'outbound'
            on conflict (tenant_id, message_id) do update
              set rating = excluded.rating, comment = excluded.comment, updated_at = excluded.updated_at
            """;

    private final TenantTransaction transaction;
    private final Clock clock;

    Feedback(TenantTransaction transaction, Clock clock) {
        this.transaction = transaction;
        this.clock = clock;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rating(@Nullable String rating, @Nullable String comment) {

        Rating checked() {
            if (!"up".equals(rating) && !"down".equals(rating)) {
                throw ProblemException.invalid("/rating", "not-allowed", "A rating is up or down.");
            }
            return new Rating(rating, PlainText.optional(comment, "/comment", MAX_COMMENT));
        }
    }

    /**
     * @throws ProblemException {@code not-found} if this tenant has no such answer
     */
    Mono<Rating> give(TenantId tenant, UUID message, Rating rating) {
        return transaction.in(tenant, db -> insert(db, rating)
                .bind("tenant", tenant.value())
                .bind("message", message)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated())
                .flatMap(stored -> stored == 1
                        ? Mono.just(rating)
                        : Mono.error(ProblemException.notFound("message")));
    }

    private static DatabaseClient.GenericExecuteSpec insert(DatabaseClient db, Rating rating) {
        DatabaseClient.GenericExecuteSpec insert = db.sql(GIVE).bind("rating", String.valueOf(rating.rating()));
        return rating.comment() == null
                ? insert.bindNull("comment", String.class)
                : insert.bind("comment", rating.comment());
    }
}
