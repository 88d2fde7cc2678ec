package dev.csai.chat.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.audit.Log;
import dev.csai.chat.inbox.Talks;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** All tests write into the same database, so what is expected is what has come to what was there. */
class AdminDashboardIT {

    private static final TestApp app = TestApp.shared();
    private static final ZoneId ZONE = ZoneId.of("Pacific/Chatham");
    private static final Duration MOMENT = Duration.of(1, ChronoUnit.MICROS);

    private final String operator = Log.operator(app);
    private final Owner owner = Owner.of(app);
    private final Talks talks = new Talks(app, owner.tenant());
    private final Instant now = app.clock.instant();
    private final Instant today = startOf(0);
    private final Instant yesterday = startOf(1);
    private final Instant sameTime = now.atZone(ZONE).minusDays(1).toInstant();

    @Test
    void what_happened_today_is_counted_beside_yesterday_up_to_this_time_of_day() {
        JsonNode before = dashboard();
        talks.begun(today);
        talks.asked(talks.begun(now), now, "And you?");
        // Of yesterday, and not of the part of it that is looked at; then before it.
        talks.begun(sameTime);
        talks.begun(yesterday.minus(MOMENT));
        if (sameTime.isAfter(yesterday)) {
            talks.begun(yesterday);
        }
        used("input_tokens", 70, today);
        used("output_tokens", 7, now);
        used("embedding_tokens", 1_000, now);
        used("input_tokens", 30, sameTime.minus(MOMENT));
        used("output_tokens", 1_000, sameTime);
        JsonNode after = dashboard();

        int ofYesterday = sameTime.isAfter(yesterday) ? 1 : 0;
        assertThat(grown(before, after, "/today/conversations")).containsExactly(2L, (long) ofYesterday);
        assertThat(grown(before, after, "/today/messages")).containsExactly(3L, (long) ofYesterday);
        assertThat(grown(before, after, "/today/tokens")).containsExactly(77L, ofYesterday * 30L);
    }

    @Test
    void the_week_has_the_conversations_of_all_tenants_by_its_days() {
        JsonNode before = dashboard();
        talks.begun(startOf(6));
        talks.begun(startOf(6).minus(MOMENT));
        new Talks(app, Owner.of(app).tenant()).begun(startOf(5).minus(MOMENT));
        JsonNode after = dashboard();

        assertThat(after.at("/days/0/day").asString())
                .isEqualTo(LocalDate.ofInstant(now, ZONE).minusDays(6).toString());
        assertThat(after.at("/days")).hasSize(7);
        assertThat(count(after.at("/days/0/conversations")) - count(before.at("/days/0/conversations"))).isEqualTo(2);
        assertThat(count(after.at("/days/1/conversations"))).isEqualTo(count(before.at("/days/1/conversations")));
    }

    @Test
    void tenants_are_counted_and_those_that_came_this_week() {
        JsonNode before = dashboard().at("/tenants");
        created(startOf(6));
        created(startOf(6).minus(MOMENT));
        JsonNode after = dashboard().at("/tenants");

        assertThat(after.at("/total").asLong() - before.at("/total").asLong()).isEqualTo(2);
        assertThat(after.at("/newThisWeek").asLong() - before.at("/newThisWeek").asLong()).isEqualTo(1);
    }

    @Test
    void the_five_busiest_tenants_are_those_whose_contacts_have_sent_most_this_week() {
        long most = dashboard().at("/topTenants/0/messages").asLong(0);
        TenantId busy = created(startOf(6));
        sent(busy, most + 2, startOf(6));
        sent(owner.tenant(), most + 1, now);
        sent(owner.tenant(), most + 2, startOf(6).minus(MOMENT));
        JsonNode top = dashboard().at("/topTenants");

        assertThat(top.size()).isLessThanOrEqualTo(5);
        assertThat(top.at("/0").toString()).isEqualTo("{\"tenantId\":\"%s\",\"name\":\"Tenant %1$s\",\"messages\":%d}"
                .formatted(busy, most + 2));
        assertThat(top.at("/1/tenantId").asString()).isEqualTo(owner.tenant().toString());
        assertThat(top.at("/1/messages").asLong()).isEqualTo(most + 1);
    }

    @Test
    void the_activity_is_what_was_done_last_wherever_it_was_done() {
        owner.call("PATCH", "/v1/tenant").json("PATCH", "{}").send();
        owner.call("PATCH", "/v1/tenant").json("PATCH", "{\"name\": \"\"}").send();
        String entry = Log.of(owner).of("PATCH /v1/tenant").getLast().at("/id").asString();
        JsonNode activity = dashboard().at("/activity");

        assertThat(activity.valueStream().map(done -> done.at("/operation").asString())).hasSize(10)
                .startsWith("PATCH /v1/tenant", "POST /v1/auth/login");
        assertThat(activity.at("/0").toString()).isEqualTo("""
                {"id":"%s","tenantId":"%s","tenantName":"Tenant %2$s","occurredAt":"%s","actorKind":"member",\
                "actor":"Somebody","operation":"PATCH /v1/tenant"}""".formatted(entry, owner.tenant(), now));
        // The operator's own log-in is the platform's.
        assertThat(
                activity.valueStream().filter(done -> done.at("/actorKind").asString().equals("operator")).findFirst())
                .hasValueSatisfying(done -> assertThat(done.has("tenantName")).isFalse());
    }

    @Test
    void is_for_operators_alone() {
        assertThat(owner.call("GET", "/v1/admin/dashboard").send().problem()).isEqualTo("forbidden");
        assertThat(app.get("/v1/admin/dashboard?zone=Mars").token(operator).send().problem())
                .isEqualTo("invalid-request");
    }

    private JsonNode dashboard() {
        Answer answer = app.get("/v1/admin/dashboard?zone=" + ZONE).token(operator).send();
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json();
    }

    private static List<Long> grown(JsonNode before, JsonNode after, String trend) {
        return List.of(after.at(trend + "/count").asLong() - before.at(trend + "/count").asLong(),
                after.at(trend + "/before").asLong() - before.at(trend + "/before").asLong());
    }

    private static long count(JsonNode channels) {
        return channels.valueStream().mapToLong(channel -> channel.at("/count").asLong()).sum();
    }

    private Instant startOf(int daysAgo) {
        return LocalDate.ofInstant(now, ZONE).minusDays(daysAgo).atStartOfDay(ZONE).toInstant();
    }

    private static TenantId created(Instant at) {
        TenantId tenant = app.tenant(100);
        app.sql("update chat.tenants set created_at = '%s' where id = '%s'".formatted(at, tenant));
        return tenant;
    }

    private static void sent(TenantId tenant, long messages, Instant at) {
        app.sql("""
                with conversation as (
                  insert into chat.conversations (tenant_id, id, channel, status, locale, created_at, updated_at)
                  values ('%1$s', gen_random_uuid(), 'widget', 'open', 'en', '%3$s', '%3$s') returning id)
                insert into chat.turns (tenant_id, id, conversation_id, client_message_id, request_sha256, ordinal,
                  locale, state, lease_until, created_at)
                select '%1$s', gen_random_uuid(), id, gen_random_uuid(), ''::bytea, n, 'en', 'running', 'infinity', '%3$s'
                from conversation cross join generate_series(1, %2$d) n
                """
                .formatted(tenant, messages, at));
    }

    private void used(String meter, long quantity, Instant at) {
        app.sql("""
                insert into billing.usage_records (tenant_id, id, meter, quantity, occurred_at, source, source_id, recorded_at)
                values ('%s', gen_random_uuid(), '%s', %d, '%s', 'turn', gen_random_uuid(), now())
                """
                .formatted(owner.tenant(), meter, quantity, at));
    }
}
