package dev.csai.chat.dashboard;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.access.Caller.ActingOperator;
import dev.csai.chat.access.Caller.InPerson;
import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.dashboard.TenantDashboard.Outcomes;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.inbox.ConversationView;
import dev.csai.chat.inbox.Conversations;
import dev.csai.chat.usage.MonthlyUsage;
import dev.csai.shared.TenantId;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts what is in the rows of one tenant. Nothing is counted beforehand, which could come to differ from them. */
@Component
class TenantFigures {

    private static final int RECENT = 5;

    private static final String MESSAGES = """
            select c.channel, count(*) as count
            from chat.turns t join chat.conversations c on c.tenant_id = t.tenant_id and c.id = t.conversation_id
            where t.tenant_id = :tenant and t.created_at >= :since
            group by c.channel order by c.channel
            """;

    /** No conversation begins after its last activity, which is what the index is over. */
    private static final String BEFORE = """
            select count(*) as count from chat.conversations c
            where c.tenant_id = :tenant and c.updated_at >= :since and c.created_at >= :since and c.created_at < :until
            """;

    /** What is left to people is answered later, and not by this. No answer is older than what was asked. */
    private static final String ANSWERS = """
            select round(1000 * avg(extract(epoch from t.completed_at - t.created_at))
                filter (where m.outcome <> 'handed_off'))::bigint as response_ms,
              count(*) filter (where m.outcome = 'answered') as answered,
              count(*) filter (where m.outcome = 'abstained') as abstained,
              count(*) filter (where m.outcome = 'handed_off') as handed_off,
              count(*) filter (where m.outcome = 'refused') as refused
            from chat.turns t
            join chat.messages m on m.tenant_id = t.tenant_id and m.turn_id = t.id and m.author = 'assistant'
            where t.tenant_id = :tenant and t.created_at >= :since and m.created_at >= :since
            """;

    private final TenantTransaction transaction;
    private final Conversations conversations;
    private final MonthlyUsage usage;

    TenantFigures(TenantTransaction transaction, Conversations conversations, MonthlyUsage usage) {
        this.transaction = transaction;
        this.conversations = conversations;
        this.usage = usage;
    }

    private record Answers(@Nullable Long responseMs, Outcomes outcomes) {

        static Answers of(Readable row) {
            return new Answers(row.get("response_ms", Long.class),
                    new Outcomes(count(row, "answered"), count(row, "abstained"), count(row, "handed_off"),
                            count(row, "refused")));
        }

        private static long count(Readable row, String column) {
            return required(row, column, Long.class);
        }
    }

    /** Of contacts and what came of them. */
    private record Messages(List<ChannelCount> today, Answers answers) {}

    Mono<TenantDashboard> at(InPerson caller, Days days) {
        TenantId tenant = caller.tenant();
        return transaction.in(tenant, db -> Week.of(db, tenant, days)
                .flatMap(week -> trend(db, tenant, days, week)
                        .flatMap(trend -> messages(db, tenant, days)
                                .flatMap(messages -> dashboard(db, caller, days, week, trend, messages)))));
    }

    private Mono<TenantDashboard> dashboard(DatabaseClient db, InPerson caller, Days days, Week week, Trend trend,
            Messages messages) {
        return usage.of(db, caller.tenant(), days.now())
                .flatMap(used -> recent(db, caller)
                        .map(recent -> new TenantDashboard(days.now(), days.zone().getId(), trend, messages.today(),
                                messages.answers().responseMs(), messages.answers().outcomes(), used, week.days(),
                                recent)));
    }

    /** What was said an operator reads elsewhere, where each look is in the tenant's log. */
    private Mono<List<ConversationView>> recent(DatabaseClient db, InPerson caller) {
        return switch (caller) {
            case Member member -> conversations.latest(db, member.tenant(), RECENT);
            case ActingOperator acting -> Mono.just(List.of());
        };
    }

    private static Mono<Trend> trend(DatabaseClient db, TenantId tenant, Days days, Week week) {
        return db.sql(BEFORE)
                .bind("tenant", tenant.value())
                .bind("since", days.startOf(2 * Days.WEEK - 1))
                .bind("until", days.sameTime(Days.WEEK))
                .mapValue(Long.class)
                .one()
                .map(before -> Trend.of(week.conversations(), before));
    }

    private static Mono<Messages> messages(DatabaseClient db, TenantId tenant, Days days) {
        return db.sql(MESSAGES)
                .bind("tenant", tenant.value())
                .bind("since", days.startOf(0))
                .map(ChannelCount::of)
                .all()
                .collectList()
                .flatMap(today -> answers(db, tenant, days).map(answers -> new Messages(today, answers)));
    }

    private static Mono<Answers> answers(DatabaseClient db, TenantId tenant, Days days) {
        return db.sql(ANSWERS)
                .bind("tenant", tenant.value())
                .bind("since", days.startOfWeek())
                .map(Answers::of)
                .one();
    }
}
