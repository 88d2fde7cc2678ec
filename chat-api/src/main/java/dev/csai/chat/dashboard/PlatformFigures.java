package dev.csai.chat.dashboard;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.dashboard.PlatformDashboard.Activity;
import dev.csai.chat.dashboard.PlatformDashboard.BusyTenant;
import dev.csai.chat.dashboard.PlatformDashboard.TenantCount;
import dev.csai.chat.dashboard.PlatformDashboard.Today;
import dev.csai.chat.db.OperatorTransaction;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts what is in the rows of all tenants. */
@Component
class PlatformFigures {

    private static final String TENANTS = """
            select count(*) as total, count(*) filter (where created_at >= :since) as new_this_week from chat.tenants
            """;

    /** Each takes two spans of time: today, and yesterday up to the same time of day. */
    private static final String SPANS = """
            coalesce(sum(%1$s) filter (where %2$s >= :today), 0)::bigint as count,
              coalesce(sum(%1$s) filter (where %2$s < :sameTime), 0)::bigint as before
            """;
    /** No conversation begins after its last activity, which is what the index is over. */
    private static final String CONVERSATIONS = "select " + SPANS.formatted("1", "c.created_at") + """
            from chat.conversations c where c.updated_at >= :yesterday and c.created_at >= :yesterday
            """;
    private static final String MESSAGES = "select " + SPANS.formatted("1", "t.created_at") + """
            from chat.turns t where t.created_at >= :yesterday
            """;
    private static final String TOKENS = "select " + SPANS.formatted("u.quantity", "u.occurred_at") + """
            from billing.usage_v1 u
            where u.occurred_at >= :yesterday and u.meter in ('input_tokens', 'output_tokens')
            """;

    private static final String BUSY = """
            select busy.tenant_id, n.name, busy.messages from (
              select t.tenant_id, count(*) as messages from chat.turns t where t.created_at >= :since
              group by t.tenant_id order by messages desc, t.tenant_id limit 5) busy
            join chat.tenants n on n.id = busy.tenant_id
            order by busy.messages desc, busy.tenant_id
            """;

    private static final String DONE = """
            select e.id, n.id as tenant_id, n.name as tenant_name, e.occurred_at, e.actor_kind, e.actor_name, e.operation
            from chat.audit_entries e left join chat.tenants n on n.id = e.tenant_id
            where e.outcome = 'allowed'
            order by e.id desc limit 10
            """;

    private final OperatorTransaction operators;

    PlatformFigures(OperatorTransaction operators) {
        this.operators = operators;
    }

    private record Lists(List<Week.Day> days, List<BusyTenant> busy, List<Activity> done) {}

    Mono<PlatformDashboard> at(Days days) {
        return operators.in(db -> tenants(db, days)
                .flatMap(tenants -> today(db, days)
                        .flatMap(today -> lists(db, days)
                                .map(lists -> new PlatformDashboard(days.now(), days.zone().getId(), tenants, today,
                                        lists.days(), lists.busy(), lists.done())))));
    }

    private static Mono<TenantCount> tenants(DatabaseClient db, Days days) {
        return db.sql(TENANTS)
                .bind("since", days.startOfWeek())
                .map(row -> new TenantCount(required(row, "total", Long.class),
                        required(row, "new_this_week", Long.class)))
                .one();
    }

    private static Mono<Today> today(DatabaseClient db, Days days) {
        return trend(db, CONVERSATIONS, days)
                .flatMap(conversations -> trend(db, MESSAGES, days)
                        .flatMap(messages -> trend(db, TOKENS, days)
                                .map(tokens -> new Today(conversations, messages, tokens))));
    }

    private static Mono<Trend> trend(DatabaseClient db, String spans, Days days) {
        return db.sql(spans)
                .bind("today", days.startOf(0))
                .bind("yesterday", days.startOf(1))
                .bind("sameTime", days.sameTime(1))
                .map(row -> Trend.of(required(row, "count", Long.class), required(row, "before", Long.class)))
                .one();
    }

    private static Mono<Lists> lists(DatabaseClient db, Days days) {
        return Week.of(db, null, days)
                .flatMap(week -> busy(db, days)
                        .flatMap(busy -> done(db).map(done -> new Lists(week.days(), busy, done))));
    }

    private static Mono<List<BusyTenant>> busy(DatabaseClient db, Days days) {
        return db.sql(BUSY)
                .bind("since", days.startOfWeek())
                .map(row -> new BusyTenant(required(row, "tenant_id", UUID.class),
                        required(row, "name", String.class), required(row, "messages", Long.class)))
                .all()
                .collectList();
    }

    private static Mono<List<Activity>> done(DatabaseClient db) {
        return db.sql(DONE).map(PlatformFigures::activity).all().collectList();
    }

    private static Activity activity(Readable row) {
        return new Activity(required(row, "id", UUID.class), row.get("tenant_id", UUID.class),
                row.get("tenant_name", String.class), required(row, "occurred_at", Instant.class),
                required(row, "actor_kind", String.class), row.get("actor_name", String.class),
                required(row, "operation", String.class));
    }
}
