package dev.csai.chat.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.inbox.Talks;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What an operator does in the rooms of a tenant. That it reaches no other tenant, the matrix shows. */
class ActingForATenantIT {

    private static final TestApp app = TestApp.shared();

    private final Desk desk = Desk.of(app);
    private final Owner owner = Owner.of(app);
    private final Answer access = desk.begin(owner.tenant());
    private final String token = access.text("/accessToken");

    @Test
    void an_operator_sets_a_tenant_up_and_its_log_tells_of_each_change_as_the_operators() {
        assertThat(access.status()).isEqualTo(201);
        assertThat(access.json().at("/expiresIn").asInt()).isEqualTo(900);
        assertThat(access.text("/tenantName")).isEqualTo("Tenant " + owner.tenant());

        assertThat(patchTenant("{\"industry\": \"Food\"}").status()).isEqualTo(200);
        Answer text = app.post("/v1/knowledge/texts").token(token).header("Idempotency-Key", "mine")
                .json("{\"title\": \"Hours\", \"text\": \"Nine to five.\"}").send();

        assertThat(text.status()).isEqualTo(202);
        assertThat(owner.call("GET", "/v1/knowledge/texts/" + text.text("/id")).send().status()).isEqualTo(200);
        assertThat(desk.told(owner.tenant(), "PATCH /v1/tenant")).singleElement().asString().startsWith("""
                {"actor":{"kind":"operator","id":"%s","name":"Oren"},"operation":"PATCH /v1/tenant",\
                "target":{"kind":"tenant","id":"%s"},"outcome":"allowed",\
                "before":{""".formatted(desk.operator(), owner.tenant()));
        assertThat(desk.told(owner.tenant(), "POST /v1/knowledge/texts")).singleElement().asString()
                .startsWith("{\"actor\":{\"kind\":\"operator\"").contains("\"outcome\":\"allowed\"");
        assertThat(desk.told(owner.tenant(), "POST /v1/admin/tenants/{id}/access")).containsExactly("""
                {"actor":{"kind":"operator","id":"%s","name":"Oren"},\
                "operation":"POST /v1/admin/tenants/{id}/access","target":{"kind":"access","id":"%s"},\
                "outcome":"allowed","after":{"open":true}}""".formatted(desk.operator(), access.text("/id")));
    }

    @Test
    void an_operator_tries_the_assistant_as_the_tenant_and_nothing_is_stored_or_billed() {
        Answer answer = app.post("/v1/assistant/test").token(token).json("{\"text\": \"When are you open?\"}").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/outcome")).isEqualTo("abstained");
        assertThat(app.rows("select 1 from chat.messages where tenant_id = '%1$s' union all "
                .formatted(owner.tenant())
                + "select 1 from public.told where tenant_id = '%s'"
                        .formatted(owner.tenant())
                + " union all select 1 from chat.onboarding where tenant_id = '%s'".formatted(owner.tenant())))
                .isEmpty();
    }

    @Test
    void an_operator_sees_the_dashboards_figures_and_nothing_of_what_was_said() {
        new Talks(app, owner.tenant()).begun(app.clock.instant());

        JsonNode seen = app.get("/v1/dashboard").token(token).send().json();

        assertThat(seen.at("/conversations/count").asInt()).isEqualTo(1);
        assertThat(seen.at("/recent").toString()).isEqualTo("[]");
        assertThat(owner.call("GET", "/v1/dashboard").send().json().at("/recent/0/lastMessage/text").asString())
                .isEqualTo("Hello!");
    }

    @Test
    void a_version_that_an_operator_publishes_bears_the_operators_name() {
        Answer published = app.post("/v1/assistant/publish").token(token).json("{\"revision\": 0}").send();

        assertThat(published.status()).as(published.response().body()).isEqualTo(201);
        assertThat(published.json().at("/publishedBy").toString())
                .isEqualTo("{\"id\":\"%s\",\"name\":\"Oren\"}".formatted(desk.operator()));
    }

    @ParameterizedTest
    @CsvSource({"GET,/v1/conversations", "GET,/v1/conversations.csv", "GET,/v1/members", "POST,/v1/members",
            "POST,/v1/api-keys", "POST,/v1/tenant/contact-secret",
            "GET,/v1/tenant/sign-in", "GET,/v1/billing/usage", "PATCH,/v1/me", "GET,/v1/admin/tenants"})
    void people_secrets_the_provider_money_and_the_platform_are_out_of_reach(String method, String path) {
        Answer answer = method.equals("GET")
                ? app.get(path).token(token).send()
                : app.call(method, path).token(token).json(method, "{}").send();

        assertThat(answer.problem()).isEqualTo("forbidden");
    }

    @Test
    void what_is_refused_is_told_of_as_the_operators_too() {
        patchTenant("{\"name\": \" \"}");

        assertThat(desk.told(owner.tenant(), "PATCH /v1/tenant")).containsExactly("""
                {"actor":{"kind":"operator","id":"%s","name":"Oren"},"operation":"PATCH /v1/tenant",\
                "outcome":"failed","problem":"invalid-request"}""".formatted(desk.operator()));
    }

    @Test
    void it_is_over_when_it_is_ended_and_ending_it_again_is_nothing() {
        assertThat(read()).isEqualTo(200);

        assertThat(end().status()).isEqualTo(204);

        assertThat(read()).isEqualTo(401);
        assertThat(end().status()).isEqualTo(204);
        assertThat(desk.told(owner.tenant(), "DELETE /v1/admin/tenants/{id}/access/{accessId}")).hasSize(1);
        assertThat(desk.call("DELETE", "/" + app.tenant(100) + "/access/" + access.text("/id")).send().problem())
                .isEqualTo("not-found");
    }

    @Test
    void it_is_over_after_a_quarter_of_an_hour() {
        app.clock.forward(Duration.ofMinutes(15).plusSeconds(6));

        assertThat(read()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"update chat.operator_access set ended_at = now() where id = '%1$s'",
            "update chat.people set operator = false where id = '%2$s'"})
    void what_another_process_has_ended_is_over_within_half_a_minute(String end) {
        assertThat(read()).isEqualTo(200);

        app.sql(end.formatted(access.text("/id"), desk.operator()));
        app.clock.forward(Duration.ofSeconds(30));

        assertThat(read()).isEqualTo(401);
    }

    @Test
    void who_is_no_operator_any_more_begins_nothing() {
        app.sql("update chat.people set operator = false where id = '%s'".formatted(desk.operator()));

        assertThat(desk.begin(owner.tenant()).status()).isEqualTo(404);
    }

    @Test
    void a_publishable_keys_pages_are_chosen_and_no_key_is_made() {
        Answer key = owner.make("{\"name\": \"Site\", \"kind\": \"publishable\"}");

        Answer changed = app.call("PATCH", "/v1/api-keys/" + key.text("/id")).token(token)
                .json("PATCH", "{\"allowedOrigins\": [\"https://shop.example\"]}").send();

        assertThat(changed.status()).isEqualTo(200);
        assertThat(app.get("/v1/api-keys").token(token).send().json().at("/items")).hasSize(1);
        assertThat(List.of(app.post("/v1/api-keys/" + key.text("/id") + "/rotate").token(token).send().status(),
                app.call("DELETE", "/v1/api-keys/" + key.text("/id")).token(token).send().status()))
                .containsOnly(403);
    }

    private int read() {
        return app.get("/v1/tenant").token(token).send().status();
    }

    private Answer patchTenant(String patch) {
        return app.call("PATCH", "/v1/tenant").token(token).json("PATCH", patch).send();
    }

    private Answer end() {
        return desk.call("DELETE", "/" + owner.tenant() + "/access/" + access.text("/id")).send();
    }
}
