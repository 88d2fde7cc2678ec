package dev.csai.chat.usage;

import static dev.csai.chat.db.Columns.required;

import dev.csai.shared.TenantId;
import dev.csai.shared.message.Meter;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The sums of the current service period, which is the calendar month in UTC until a subscription says otherwise. */
@Component
public class MonthlyUsage {

    private static final String SUMS = """
            select meter, sum(quantity)::bigint as quantity from billing.usage_v1
            where tenant_id = :tenant and occurred_at >= :start and occurred_at < :end
            group by meter
            """;

    /** @param periodEnd the first instant that is no longer part of the period */
    public record Usage(Instant periodStart, Instant periodEnd, List<Sum> meters) {

        public Usage {
            meters = List.copyOf(meters);
        }
    }

    public record Sum(String meter, long quantity) {}

    /** In the caller's transaction. */
    public Mono<Usage> of(DatabaseClient db, TenantId tenant, Instant now) {
        Instant start = periodStart(now);
        Instant end = beginning(month(now).plusMonths(1));
        return db.sql(SUMS)
                .bind("tenant", tenant.value())
                .bind("start", start)
                .bind("end", end)
                .map(row -> Map.entry(required(row, "meter", String.class), required(row, "quantity", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(sums -> new Usage(start, end, meters(sums)));
    }

    static Instant periodStart(Instant now) {
        return beginning(month(now));
    }

    private static YearMonth month(Instant now) {
        return YearMonth.from(now.atOffset(ZoneOffset.UTC));
    }

    private static Instant beginning(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Every meter there is, so that a client sees a zero rather than nothing. */
    private static List<Sum> meters(Map<String, Long> sums) {
        return Arrays.stream(Meter.values())
                .map(meter -> new Sum(meter.wireName(), sums.getOrDefault(meter.wireName(), 0L)))
                .toList();
    }
}
