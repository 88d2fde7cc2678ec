package dev.csai.chat.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.identity.Letterbox;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TenantsIT {

    private static final TestApp app = TestApp.shared();
    private static final Letterbox letterbox = new Letterbox(app);

    private final Desk desk = Desk.of(app);
    /** A word that is in the names of this test's tenants and of no other's. */
    private final String word = "kiosk" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_tenant_is_founded_for_somebody_who_becomes_its_owner_by_mail() {
        String email = TestApp.newEmail();

        Answer founded = found("""
                {"companyName": "Café %s", "industry": "Food", "defaultLocale": "he", "languages": ["en", "he"],
                 "ownerEmail": "%s"}""".formatted(word, email));

        assertThat(founded.status()).isEqualTo(201);
        TenantId tenant = TenantId.of(founded.text("/id"));
        assertThat(founded.json().toString()).isEqualTo("""
                {"id":"%s","name":"Café %s","industry":"Food","status":"active","requestsPerMinute":60,\
                "createdAt":"%s","members":0,"conversations":0,"messagesThisMonth":0}""".formatted(tenant, word,
                app.clock.instant()));
        assertThat(desk.get("/" + tenant).json().at("/owners").toString()).matches("""
                \\[\\{"id":"[0-9a-f-]{36}","email":"%s","status":"invited"}]""".formatted(email));
        assertThat(letterbox.to(email).getLast().subject()).contains("Oren", "Café " + word);
        Answer joined = app.post("/v1/auth/invitations/" + letterbox.lastToken(email) + "/accept")
                .json("{\"name\": \"Dana\", \"password\": \"umbrella quartz seventeen\"}").send();
        assertThat(joined.text("/member/role")).isEqualTo("owner");
        String key = app.get("/v1/api-keys").token(joined.text("/accessToken")).send().text("/items/0/key");
        assertThat(app.get("/v1/widget/config").key(key).send().text("/locale")).isEqualTo("he");
        assertThat(desk.told(tenant, "POST /v1/admin/tenants")).containsExactly("""
                {"actor":{"kind":"operator","id":"%s","name":"Oren"},"operation":"POST /v1/admin/tenants",\
                "target":{"kind":"tenant","id":"%s"},"outcome":"allowed","after":{"name":"Café %s","industry":"Food",\
                "defaultLocale":"he","languages":["en","he"],"requestsPerMinute":60,"owner":"%s"}}"""
                .formatted(desk.operator(), tenant, word, email));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"ownerEmail": "a@example.com"}                                           | /companyName   | required
            {"companyName": "A"}                                                      | /ownerEmail    | required
            {"companyName": "A", "ownerEmail": "nobody"}                              | /ownerEmail    | malformed
            {"companyName": "A", "ownerEmail": "a@example.com", "languages": []}      | /languages     | required
            {"companyName": "A", "ownerEmail": "a@example.com", "languages": ["q"]}   | /languages/0   | malformed
            {"companyName": "A", "ownerEmail": "a@example.com", "defaultLocale": "fr"}| /defaultLocale | not-allowed
            {"companyName": "A", "ownerEmail": "a@example.com", "plan": "gold"}       | /plan          | unknown
            """)
    void says_what_is_wrong_with_a_new_tenant_and_founds_none(String body, String pointer, String code) {
        String before = app.rows("select count(*) from chat.tenants").getFirst();

        Answer answer = found(body);

        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.text("/errors/0/code")).isEqualTo(code);
        assertThat(app.rows("select count(*) from chat.tenants").getFirst()).isEqualTo(before);
    }

    @Test
    void tenants_are_found_by_text_and_status_and_sorted() {
        TenantId lemon = named("Lemon " + word);
        TenantId apple = named("apple " + word.toUpperCase(java.util.Locale.ROOT));
        TenantId quince = named("Quince " + word);
        String colleague = word + TestApp.newEmail();
        TenantId other = named("Something else");
        app.member(other, Role.AGENT, colleague);
        desk.suspend(quince, "Unpaid.");

        assertThat(ids("?text=" + word)).containsExactly(other, quince, apple, lemon);
        assertThat(ids("?text=" + word + "&sort=name")).containsExactly(apple, lemon, quince, other);
        assertThat(ids("?text=" + word + "&status=suspended")).containsExactly(quince);
        assertThat(ids("?text=" + word + "&status=active&sort=newest")).containsExactly(other, apple, lemon);
        assertThat(ids("?text=" + lemon)).containsExactly(lemon);
        assertThat(ids("?text=" + word + "%25")).isEmpty();
        assertThat(desk.get("?sort=size").text("/errors/0/pointer")).isEqualTo("sort");
        assertThat(desk.get("?status=gone").text("/errors/0/pointer")).isEqualTo("status");
    }

    @ParameterizedTest
    @CsvSource({"newest", "name"})
    void the_list_comes_in_pages(String sort) {
        for (int n = 0; n < 5; n++) {
            named("Branch " + n + " " + word);
        }
        String query = "?text=" + word + "&sort=" + sort + "&limit=2";

        Answer first = desk.get(query);
        Answer second = desk.get(query + "&cursor=" + first.text("/nextCursor"));
        Answer third = desk.get(query + "&cursor=" + second.text("/nextCursor"));

        assertThat(third.json().at("/nextCursor").isNull()).isTrue();
        assertThat(List.of(first, second, third)).extracting(page -> page.json().at("/items").size())
                .containsExactly(2, 2, 1);
        assertThat(List.of(first, second, third)).flatExtracting(TenantsIT::ids).doesNotHaveDuplicates();
    }

    @Test
    void a_listed_tenant_tells_how_many_members_conversations_and_messages_of_this_month_it_has() {
        Owner owner = Owner.of(app, named("Counted " + word));
        TenantId tenant = owner.tenant();
        String key = app.seed.publishableKey(tenant, List.of());
        app.post("/v1/chat/messages").key(key).json("{\"text\": \"Hello!\"}").send();
        // One of both is said now, the other in another month.
        app.sql("update chat.messages set id = '%s' where tenant_id = '%s' and direction = 'inbound'"
                .formatted(Ids.earliestOf(app.clock.instant()), tenant));
        app.sql("update chat.messages set id = '%s' where tenant_id = '%s' and direction = 'outbound'"
                .formatted(Ids.earliestOf(app.clock.instant().minus(Duration.ofDays(32))), tenant));

        JsonNode listed = desk.get("?text=" + word).json().at("/items/0");

        assertThat(listed.at("/members").asInt()).isEqualTo(1);
        assertThat(listed.at("/conversations").asInt()).isEqualTo(1);
        assertThat(listed.at("/messagesThisMonth").asInt()).isEqualTo(1);
    }

    @Test
    void one_tenant_is_shown_whole() {
        Owner owner = Owner.of(app, named("Whole " + word));
        TenantId tenant = owner.tenant();
        owner.makeSecret("tenant:read");
        owner.call("POST", "/v1/members").json("""
                {"email": "%s", "role": "agent"}""".formatted(TestApp.newEmail())).send();
        owner.call("POST", "/v1/knowledge/texts").json("{\"title\": \"Hours\", \"text\": \"Nine to five.\"}").send();
        app.sql("""
                insert into billing.usage_records (tenant_id, id, meter, quantity, occurred_at, source, source_id,
                  recorded_at) values ('%s', '%s', 'input_tokens', 42, '%s', 'turn', '%2$s', now())"""
                .formatted(tenant, Ids.next(), app.clock.instant()));

        JsonNode detail = desk.get("/" + tenant).json();

        assertThat(detail.at("/profile")).isEqualTo(owner.call("GET", "/v1/tenant").send().json());
        assertThat(detail.at("/status").asString()).isEqualTo("active");
        assertThat(detail.has("suspension")).isFalse();
        assertThat(detail.at("/owners/0/email").asString()).isEqualTo(owner.email());
        assertThat(detail.at("/counts").toString())
                .isEqualTo("{\"members\":1,\"invited\":1,\"keys\":1,\"conversations\":0}");
        assertThat(detail.at("/usage/meters").toString()).contains("{\"meter\":\"input_tokens\",\"quantity\":42}");
        assertThat(detail.at("/knowledge").toString())
                .isEqualTo("{\"documents\":1,\"completed\":0,\"failed\":0,\"chunks\":0}");
    }

    @Test
    void the_profile_and_what_the_plan_allows_are_changed_and_told_of_in_the_tenants_log() {
        TenantId tenant = named("Before " + word);

        Answer changed = desk.call("PATCH", "/" + tenant).json("PATCH", """
                {"name": "After %s", "industry": "Retail", "requestsPerMinute": 7}""".formatted(word)).send();

        assertThat(changed.text("/profile/name")).isEqualTo("After " + word);
        assertThat(changed.json()).isEqualTo(desk.get("/" + tenant).json());
        assertThat(desk.entries(tenant, "PATCH /v1/admin/tenants/{id}")).singleElement().satisfies(entry -> {
            assertThat(entry.at("/actor/name").asString()).isEqualTo("Oren");
            assertThat(entry.at("/before/requestsPerMinute").asInt()).isEqualTo(100_000);
            assertThat(entry.at("/after/requestsPerMinute").asInt()).isEqualTo(7);
            assertThat(entry.at("/after/name").asString()).isEqualTo("After " + word);
        });
        app.clock.forward(Duration.ofSeconds(30));
        String key = app.seed.publishableKey(tenant, List.of());
        assertThat(app.get("/v1/widget/config").key(key).send().header("RateLimit-Policy").orElseThrow())
                .contains("q=7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"requestsPerMinute": 0}       | /requestsPerMinute | out-of-range
            {"requestsPerMinute": 1000001} | /requestsPerMinute | out-of-range
            {"requestsPerMinute": null}    | /requestsPerMinute | out-of-range
            {"name": " "}                  | /name              | required
            {"defaultLocale": "fr"}        | /defaultLocale     | not-allowed
            {"status": "suspended"}        | /status            | unknown
            """)
    void says_what_is_wrong_with_a_change_and_changes_nothing(String patch, String pointer, String code) {
        TenantId tenant = named("Same " + word);
        JsonNode before = desk.get("/" + tenant).json();

        Answer answer = desk.call("PATCH", "/" + tenant).json("PATCH", patch).send();

        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.text("/errors/0/code")).isEqualTo(code);
        assertThat(desk.get("/" + tenant).json()).isEqualTo(before);
    }

    @Test
    void members_and_keys_are_listed_without_a_secret() {
        Owner owner = Owner.of(app);
        Answer secret = owner.makeSecret("tenant:read");

        Answer keys = desk.get("/" + owner.tenant() + "/api-keys");
        Answer members = desk.get("/" + owner.tenant() + "/members");

        assertThat(keys.json()).isEqualTo(owner.call("GET", "/v1/api-keys").send().json());
        assertThat(keys.response().body()).doesNotContain(secret.text("/key"));
        assertThat(members.json()).isEqualTo(owner.call("GET", "/v1/members").send().json());
    }

    @Test
    void a_key_is_made_anew_shown_once_and_told_of_as_the_operators_doing() {
        Owner owner = Owner.of(app);
        Answer old = owner.makeSecret("tenant:read");

        Answer made = desk.call("POST", "/" + owner.tenant() + "/api-keys/" + old.text("/id") + "/rotate")
                .json("{\"overlapMinutes\": 0}").send();

        assertThat(made.status()).isEqualTo(201);
        assertThat(app.get("/v1/tenant").key(old.text("/key")).send().status()).isEqualTo(401);
        assertThat(app.get("/v1/tenant").key(made.text("/key")).send().status()).isEqualTo(200);
        assertThat(desk.get("/" + owner.tenant() + "/api-keys").response().body()).doesNotContain(made.text("/key"));
        assertThat(desk.entries(owner.tenant(), "POST /v1/admin/tenants/{id}/api-keys/{keyId}/rotate"))
                .singleElement().satisfies(entry -> {
                    assertThat(entry.at("/actor/id").asString()).isEqualTo(desk.operator().toString());
                    assertThat(entry.at("/target/id").asString()).isEqualTo(old.text("/id"));
                    assertThat(entry.toString()).doesNotContain(made.text("/key"));
                });
    }

    @Test
    void a_key_is_reached_through_its_own_tenant_only() {
        Answer key = Owner.of(app).makeSecret("tenant:read");

        Answer answer = desk.call("POST", "/" + app.tenant(100) + "/api-keys/" + key.text("/id") + "/rotate").send();

        assertThat(answer.problem()).isEqualTo("not-found");
        assertThat(app.get("/v1/tenant").key(key.text("/key")).send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"GET,''", "GET,/members", "GET,/api-keys", "POST,/suspend", "POST,/activate", "POST,/access",
            "PATCH,''", "POST,/invitations", "DELETE,/invitations/0192f0c1-0000-7000-8000-000000000000"})
    void there_is_nothing_of_a_tenant_that_is_not_there(String method, String path) {
        String body = switch (path) {
            case "/suspend" -> "{\"reason\": \"Unpaid.\"}";
            case "/invitations" -> "{\"email\": \"noa@example.com\"}";
            default -> "{}";
        };

        Answer answer = method.equals("GET")
                ? desk.get("/" + Ids.next() + path)
                : desk.call(method, "/" + Ids.next() + path).json(method, body).send();

        assertThat(answer.problem()).isEqualTo("not-found");
    }

    private Answer found(String body) {
        return desk.call("POST", "").json(body).send();
    }

    private static TenantId named(String name) {
        TenantId tenant = app.tenant(100_000);
        app.sql("update chat.tenants set name = '%s' where id = '%s'".formatted(name, tenant));
        return tenant;
    }

    private List<TenantId> ids(String query) {
        return ids(desk.get(query));
    }

    private static List<TenantId> ids(Answer page) {
        return page.json().at("/items").valueStream().map(item -> TenantId.of(item.at("/id").asString())).toList();
    }
}
