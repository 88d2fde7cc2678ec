package dev.csai.chat.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.inbox.Talks;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DashboardIT {

    private static final TestApp app = TestApp.shared();
    /** Of days that begin when nobody else's do. */
    private static final ZoneId ZONE = ZoneId.of("Pacific/Chatham");
    private static final Duration MOMENT = Duration.of(1, ChronoUnit.MICROS);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Owner owner = Owner.of(app);
    private final Talks talks = new Talks(app, owner.tenant());
    private final Instant now = app.clock.instant();
    private final LocalDate today = LocalDate.ofInstant(now, ZONE);

    @Test
    void nothing_is_nothing_and_not_a_part_of_nothing() {
        YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        String days = IntStream.rangeClosed(0, 6)
                .mapToObj(day -> "{\"day\":\"%s\",\"conversations\":[]}".formatted(
                        LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(6 - day)))
                .reduce((one, other) -> one + "," + other).orElseThrow();

        assertThat(owner.call("GET", "/v1/dashboard").send().response().body()).isEqualTo("""
                {"at":"%s","zone":"UTC","conversations":{"count":0,"before":0},"messagesToday":[],\
                "outcomes":{"answered":0,"abstained":0,"handedOff":0,"refused":0},\
                "usage":{"periodStart":"%s-01T00:00:00Z","periodEnd":"%s-01T00:00:00Z","meters":[\
                {"meter":"messages","quantity":0},{"meter":"input_tokens","quantity":0},\
                {"meter":"output_tokens","quantity":0},{"meter":"embedding_tokens","quantity":0}]},\
                "days":[%s],"recent":[]}""".formatted(now, month, month.plusMonths(1), days));
    }

    @Test
    void conversations_are_counted_by_the_days_of_the_zone() {
        begun(startOf(0), startOf(0).minus(MOMENT), startOf(1), startOf(6),
                // The seven days before, up to this time of day.
                startOf(6).minus(SECOND), sameTime(7), sameTime(7).minus(MOMENT), startOf(13),
                startOf(13).minus(MOMENT));
        long before = Stream.of(startOf(6).minus(SECOND), sameTime(7), sameTime(7).minus(MOMENT), startOf(13))
                .filter(at -> at.isBefore(sameTime(7))).count();

        JsonNode dashboard = dashboard(owner);

        assertThat(dashboard.at("/conversations").toString()).isEqualTo("""
                {"count":4,"before":%d,"changePercent":%d}""".formatted(before, before == 2 ? 100 : 33));
        assertThat(days(dashboard)).containsExactly(today.minusDays(6) + " widget 1", today.minusDays(5) + "",
                today.minusDays(4) + "", today.minusDays(3) + "", today.minusDays(2) + "",
                today.minusDays(1) + " widget 2", today + " widget 1");
        assertThat(days(owner.call("GET", "/v1/dashboard?zone=UTC").send().json())).isNotEqualTo(days(dashboard));
    }

    @Test
    void what_contacts_sent_today_and_what_came_of_the_weeks_messages_is_counted() {
        UUID conversation = talks.answered(startOf(0), Duration.ofSeconds(2), "answered");
        talks.asked(conversation, startOf(0), "Not answered yet");
        talks.answered(startOf(0).minus(MOMENT), Duration.ofMillis(3_001), "abstained");
        talks.answered(startOf(6), Duration.ofSeconds(1), "answered");
        talks.answered(startOf(6), Duration.ofSeconds(1), "refused");
        talks.answered(startOf(5), Duration.ofMillis(1), "handed_off");
        talks.answered(startOf(6).minus(MOMENT), Duration.ofSeconds(9), "handed_off");

        JsonNode dashboard = dashboard(owner);

        assertThat(dashboard.at("/messagesToday").toString()).isEqualTo("[{\"channel\":\"widget\",\"count\":2}]");
        assertThat(dashboard.at("/responseMs").asLong()).isEqualTo(1_750);
        assertThat(dashboard.at("/outcomes").toString())
                .isEqualTo("{\"answered\":2,\"abstained\":1,\"handedOff\":1,\"refused\":1}");
    }

    @Test
    void a_day_later_today_is_yesterday() {
        begun(startOf(0), startOf(6));
        JsonNode before = dashboard(owner);
        app.clock.forward(Duration.ofDays(1));
        JsonNode after = dashboard(owner.again());

        assertThat(before.at("/conversations/count").asLong()).isEqualTo(2);
        assertThat(before.at("/messagesToday/0/count").asLong()).isEqualTo(1);
        assertThat(after.at("/conversations/count").asLong()).isEqualTo(1);
        assertThat(after.at("/messagesToday")).isEmpty();
        assertThat(days(after).subList(5, 7)).containsExactly(today + " widget 1", today.plusDays(1) + "");
    }

    @Test
    void usage_is_that_of_the_month_as_it_is_billed() {
        Instant month = YearMonth.from(now.atOffset(ZoneOffset.UTC)).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        used("messages", 3, month);
        used("messages", 4, now);
        used("messages", 100, month.minus(MOMENT));
        used("output_tokens", 5_000_000_000L, now);

        JsonNode usage = dashboard(owner).at("/usage");

        assertThat(usage.at("/meters").valueStream().map(sum -> sum.at("/quantity").asLong())).containsExactly(7L, 0L,
                5_000_000_000L, 0L);
        assertThat(usage).isEqualTo(owner.call("GET", "/v1/billing/usage").send().json());
    }

    @Test
    void the_five_conversations_with_the_latest_activity_are_shown_as_in_their_list() {
        IntStream.rangeClosed(1, 6).forEach(n -> talks.begun(now.minusSeconds(n)));

        assertThat(dashboard(owner).at("/recent"))
                .isEqualTo(owner.call("GET", "/v1/conversations?limit=5").send().json().at("/items"));
    }

    @Test
    void is_for_owners_and_admins_and_of_their_tenant_alone() {
        new Talks(app, Owner.of(app).tenant()).answered(now, SECOND, "answered");
        String agent = TestApp.newEmail();
        app.member(owner.tenant(), Role.AGENT, agent);

        assertThat(dashboard(owner).at("/recent")).isEmpty();
        assertThat(dashboard(owner).at("/conversations/count").asLong()).isZero();
        assertThat(app.get("/v1/dashboard").token(app.token(agent)).send().problem()).isEqualTo("forbidden");
        assertThat(List.of("Mars/Olympus", "+02:00", "utc", "../etc/passwd")).allSatisfy(zone -> assertThat(
                owner.call("GET", "/v1/dashboard?zone=" + zone.replace("+", "%2B")).send().problem()).as(zone)
                .isEqualTo("invalid-request"));
    }

    private static JsonNode dashboard(Owner owner) {
        Answer answer = owner.call("GET", "/v1/dashboard?zone=" + ZONE).send();
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> days(JsonNode dashboard) {
        return dashboard.at("/days").valueStream().map(day -> day.at("/day").asString() + day.at("/conversations")
                .valueStream().map(count -> " " + count.at("/channel").asString() + " " + count.at("/count").asLong())
                .reduce("", String::concat)).toList();
    }

    private void begun(Instant... times) {
        Stream.of(times).forEach(talks::begun);
    }

    private Instant startOf(int daysAgo) {
        return today.minusDays(daysAgo).atStartOfDay(ZONE).toInstant();
    }

    private Instant sameTime(int daysAgo) {
        return now.atZone(ZONE).minusDays(daysAgo).toInstant();
    }

    private void used(String meter, long quantity, Instant at) {
        app.sql("""
                insert into billing.usage_records (tenant_id, id, meter, quantity, occurred_at, source, source_id, recorded_at)
                values ('%s', gen_random_uuid(), '%s', %d, '%s', 'turn', gen_random_uuid(), now())
                """
                .formatted(owner.tenant(), meter, quantity, at));
    }
}
