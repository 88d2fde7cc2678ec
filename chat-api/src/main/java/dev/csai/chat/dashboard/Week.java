package dev.csai.chat.dashboard;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.db.Conditions;
import dev.csai.shared.TenantId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The conversations that began on seven days, the last of which is today.
 *
 * @param days the oldest first
 */
record Week(List<Day> days) {

    private record Counted(int day, ChannelCount count) {}

    /** @param conversations by channel, those that have any */
    record Day(LocalDate day, List<ChannelCount> conversations) {}

    Week {
        days = List.copyOf(days);
    }

    /** @param tenant whose they are; all tenants', when null */
    static Mono<Week> of(DatabaseClient db, @Nullable TenantId tenant, Days days) {
        Conditions whose = new Conditions();
        whose.add("c.tenant_id = :tenant", "tenant", tenant == null ? null : tenant.value());
        // None begins after its last activity, which is what the index is over.
        return db.sql("""
                select width_bucket(c.created_at, cast(:starts as timestamptz[])) as day, c.channel, count(*) as count
                from chat.conversations c where %s and c.updated_at >= :since and c.created_at >= :since
                group by 1, 2 order by 1, 2
                """.formatted(whose.sql()))
                .bindValues(whose.values())
                .bind("starts", days.startsOfWeek())
                .bind("since", days.startOfWeek())
                .map(row -> new Counted(required(row, "day", Integer.class), ChannelCount.of(row)))
                .all()
                .collectList()
                .map(counted -> of(days.week(), counted));
    }

    /** The database counts days from one. */
    private static Week of(List<LocalDate> days, List<Counted> counted) {
        return new Week(IntStream.range(0, days.size())
                .mapToObj(at -> new Day(days.get(at), counted.stream()
                        .filter(found -> found.day() == at + 1)
                        .map(Counted::count)
                        .toList()))
                .toList());
    }

    long conversations() {
        return days.stream().flatMap(day -> day.conversations().stream()).mapToLong(ChannelCount::count).sum();
    }
}
