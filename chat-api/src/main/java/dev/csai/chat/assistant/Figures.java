package dev.csai.chat.assistant;

import static dev.csai.chat.db.Columns.required;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How the assistant has done of late, counted over its turns. */
@Component
class Figures {

    private static final Duration PERIOD = Duration.ofDays(30);

    /** Turns that were left to people are not the assistant's. */
    private static final String COUNT = """
            select count(*) as answers, count(*) filter (where outcome = 'abstained') as abstained,
              avg(tokens)::float8 as tokens, avg(millis)::float8 as millis
            from (
              select answer ->> 'outcome' as outcome,
                (answer -> 'usage' ->> 'inputTokens')::bigint + (answer -> 'usage' ->> 'outputTokens')::bigint as tokens,
                extract(epoch from completed_at - created_at) * 1000 as millis
              from chat.turns
              where tenant_id = :tenant and state = 'completed' and completed_at > :start and completed_at <= :end) turn
            where outcome in ('answered', 'abstained')
            """;

    private final TenantTransaction transaction;
    private final Clock clock;

    Figures(TenantTransaction transaction, Clock clock) {
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param periodEnd when it was counted
     * @param answers turns that the assistant has answered or abstained from
     * @param abstainRate from 0 to 1; this and the means are absent when there were no answers
     * @param meanTokens read and written for one answer
     * @param meanResponseMs from the message's arrival to the end of its answer, in milliseconds
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AssistantFigures(Instant periodStart, Instant periodEnd, long answers, long abstained,
            @Nullable Double abstainRate, @Nullable Double meanTokens, @Nullable Double meanResponseMs) {}

    Mono<AssistantFigures> of(TenantId tenant) {
        Instant end = clock.instant();
        Instant start = end.minus(PERIOD);
        return transaction.in(tenant, db -> db.sql(COUNT)
                .bind("tenant", tenant.value())
                .bind("start", start)
                .bind("end", end)
                .map(row -> counted(row, start, end))
                .one());
    }

    private static AssistantFigures counted(Readable row, Instant start, Instant end) {
        long answers = required(row, "answers", Long.class);
        long abstained = required(row, "abstained", Long.class);
        return new AssistantFigures(start, end, answers, abstained, answers == 0 ? null : (double) abstained / answers,
                row.get("tokens", Double.class), row.get("millis", Double.class));
    }
}
