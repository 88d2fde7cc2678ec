package dev.csai.chat.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.audit.Changes;
import dev.csai.chat.identity.Letterbox;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuspensionIT {

    private static final TestApp app = TestApp.shared();
    private static final String SHOP = "https://shop.example";
    private static final String SUSPEND = "POST /v1/admin/tenants/{id}/suspend";
    private static final String ACTIVATE = "POST /v1/admin/tenants/{id}/activate";

    private final Desk desk = Desk.of(app);
    private final Owner owner = Owner.of(app);
    private final String page = app.seed.publishableKey(owner.tenant(), List.of(SHOP));
    private final String server = owner.secret("tenant:read", "knowledge:write");

    @Test
    void visitors_and_servers_are_refused_at_once_and_nothing_is_begun() {
        assertThat(say().status()).isEqualTo(200);
        List<String> before = doings();

        assertThat(desk.suspend(owner.tenant(), "Unpaid.").status()).isEqualTo(200);

        Answer config = app.get("/v1/widget/config").key(page).origin(SHOP).send();
        assertThat(config.status()).isEqualTo(403);
        assertThat(config.problem()).isEqualTo("tenant-suspended");
        assertThat(config.header("Access-Control-Allow-Origin")).contains(SHOP);
        assertThat(say().problem()).isEqualTo("tenant-suspended");
        assertThat(app.get("/v1/tenant").key(server).send().problem()).isEqualTo("tenant-suspended");
        assertThat(app.post("/v1/knowledge/texts").key(server).json(TEXT).send().problem())
                .isEqualTo("tenant-suspended");
        assertThat(doings()).isEqualTo(before);
    }

    @Test
    void its_members_sign_in_and_see_what_is_there_and_change_only_their_own_account() {
        desk.suspend(owner.tenant(), "Unpaid.");

        Answer login = app.login(owner.email(), TestApp.PASSWORD);
        assertThat(login.json().at("/member/tenantSuspended").asBoolean()).isTrue();
        assertThat(owner.call("GET", "/v1/tenant").send().status()).isEqualTo(200);
        assertThat(owner.call("GET", "/v1/api-keys").send().json().at("/items").size()).isEqualTo(2);
        for (Answer refused : List.of(
                owner.call("PATCH", "/v1/tenant").json("PATCH", "{\"name\": \"Renamed\"}").send(),
                owner.call("POST", "/v1/knowledge/texts").json(TEXT).send(),
                owner.call("POST", "/v1/assistant/test").json("{\"text\": \"Hello?\"}").send(),
                owner.makeSecret("tenant:read"))) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.problem()).isEqualTo("tenant-suspended");
        }
        assertThat(owner.call("PATCH", "/v1/me").json("PATCH", "{\"name\": \"Dana\"}").send().status())
                .isEqualTo(200);
        assertThat(desk.told(owner.tenant(), "PATCH /v1/tenant")).singleElement().asString()
                .contains("\"outcome\":\"denied\",\"problem\":\"tenant-suspended\"");
    }

    @Test
    void an_operator_who_acts_for_it_sees_and_begins_nothing_either_and_is_an_operator_as_before() {
        String acting = desk.begin(owner.tenant()).text("/accessToken");
        desk.suspend(owner.tenant(), "Unpaid.");

        assertThat(app.get("/v1/tenant").token(acting).send().status()).isEqualTo(200);
        assertThat(app.post("/v1/knowledge/texts").token(acting).json(TEXT).send().problem())
                .isEqualTo("tenant-suspended");
        assertThat(desk.begin(owner.tenant()).json().at("/suspended").asBoolean()).isTrue();
        assertThat(desk.call("PATCH", "/" + owner.tenant()).json("PATCH", "{\"name\": \"Renamed\"}").send().status())
                .isEqualTo(200);
    }

    @Test
    void activation_restores_everything_at_once() {
        desk.suspend(owner.tenant(), "Unpaid.");
        assertThat(say().status()).isEqualTo(403);
        assertThat(owner.call("POST", "/v1/knowledge/texts").json(TEXT).send().status()).isEqualTo(403);

        Answer activated = desk.activate(owner.tenant());

        assertThat(activated.text("/status")).isEqualTo("active");
        assertThat(say().status()).isEqualTo(200);
        assertThat(app.get("/v1/tenant").key(server).send().status()).isEqualTo(200);
        assertThat(owner.call("POST", "/v1/knowledge/texts").json(TEXT).send().status()).isEqualTo(202);
        assertThat(app.login(owner.email(), TestApp.PASSWORD).json().at("/member").has("tenantSuspended")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nobody_joins_it_and_the_invitation_is_good_once_it_is_active_again(boolean hasAccount) {
        String email = TestApp.newEmail();
        if (hasAccount) {
            app.member(app.tenant(1000), Role.OWNER, email);
        }
        owner.call("POST", "/v1/members").json("{\"email\": \"%s\", \"role\": \"agent\"}".formatted(email)).send();
        String accept = "/v1/auth/invitations/" + new Letterbox(app).lastToken(email) + "/accept";
        Call join = app.post(accept).json("{\"name\": \"Noa\", \"password\": \"umbrella quartz seventeen\"}");
        desk.suspend(owner.tenant(), "Unpaid.");

        assertThat(join.send().problem()).isEqualTo("tenant-suspended");

        assertThat(members(email)).isEmpty();
        desk.activate(owner.tenant());
        assertThat(join.send().text("/member/tenantId")).isEqualTo(owner.tenant().toString());
        assertThat(members(email)).containsExactly("agent");
    }

    @Test
    void what_another_process_has_done_holds_here_within_half_a_minute_and_costs_no_look_up_before() {
        String acting = desk.begin(owner.tenant()).text("/accessToken");
        assertThat(standings(acting)).containsOnly(200);

        app.sql("update chat.tenants set suspended_at = now(), suspended_reason = 'Unpaid.' where id = '%s'"
                .formatted(owner.tenant()));
        app.clock.forward(Duration.ofSeconds(29));
        assertThat(standings(acting)).as("what was read is believed").containsOnly(200);
        app.clock.forward(Duration.ofSeconds(1));

        assertThat(standings(acting)).containsOnly(403);
    }

    @Test
    void suspending_twice_is_once_with_the_first_reason_and_one_entry() {
        Answer first = desk.suspend(owner.tenant(), "Unpaid.");
        app.clock.forward(Duration.ofMinutes(1));
        Answer second = desk.suspend(owner.tenant(), "Still unpaid.");

        assertThat(first.json().at("/suspension").toString()).isEqualTo("{\"since\":\"%s\",\"reason\":\"Unpaid.\"}"
                .formatted(app.clock.instant().minus(Duration.ofMinutes(1))));
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(desk.told(owner.tenant(), SUSPEND)).containsExactly("""
                {"actor":{"kind":"operator","id":"%s","name":"Oren"},"operation":"%s",\
                "target":{"kind":"tenant","id":"%s"},"outcome":"allowed","before":{"status":"active"},\
                "after":{"status":"suspended","reason":"Unpaid."}}"""
                .formatted(desk.operator(), SUSPEND, owner.tenant()));
        assertThat(entriesOfOperator()).isEqualTo(1);

        desk.activate(owner.tenant());
        desk.activate(owner.tenant());

        assertThat(desk.entries(owner.tenant(), ACTIVATE)).extracting(Changes::of).containsExactly(
                new Changes("{\"status\":\"suspended\",\"reason\":\"Unpaid.\"}", "{\"status\":\"active\"}"));
        assertThat(entriesOfOperator()).isEqualTo(2);
    }

    @Test
    void of_eight_who_suspend_at_once_one_does() {
        List<CompletableFuture<Answer>> asked = Stream.generate(() -> desk
                .call("POST", "/" + owner.tenant() + "/suspend").json("{\"reason\": \"Unpaid.\"}").sendAsync())
                .limit(8).toList();

        assertThat(asked).extracting(CompletableFuture::join).extracting(Answer::status).containsOnly(200);
        assertThat(desk.told(owner.tenant(), SUSPEND)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                             | /reason | required
            {"reason": " "}                | /reason | required
            {"reason": "x", "until": "y"}  | /until  | unknown
            """)
    void a_suspension_has_a_reason(String body, String pointer, String code) {
        Answer answer = desk.call("POST", "/" + owner.tenant() + "/suspend").json(body).send();

        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.text("/errors/0/code")).isEqualTo(code);
        assertThat(say().status()).isEqualTo(200);
    }

    private static final String TEXT = "{\"title\": \"Hours\", \"text\": \"Nine to five.\"}";

    private Answer say() {
        return app.post("/v1/chat/messages").key(page).origin(SHOP).json("{\"text\": \"Hello!\"}").send();
    }

    /** Of a page, a server, a member and an operator: whether each is served. */
    private List<Integer> standings(String acting) {
        return List.of(app.get("/v1/widget/config").key(page).send().status(),
                app.get("/v1/tenant").key(server).send().status(),
                owner.call("PATCH", "/v1/tenant").json("PATCH", "{\"industry\": \"Food\"}").send().status(),
                app.call("PATCH", "/v1/tenant").token(acting).json("PATCH", "{\"industry\": \"Food\"}").send()
                        .status());
    }

    private List<String> members(String email) {
        return app.rows("select role from chat.members where tenant_id = '%s' and email = '%s'"
                .formatted(owner.tenant(), email));
    }

    private long entriesOfOperator() {
        return app.rows("select 1 from chat.audit_entries where actor_id = '%s'".formatted(desk.operator())).stream()
                .count() - 1;
    }

    /** Turns, what was said, documents, and whatever any other part was told of. */
    private List<String> doings() {
        return app.rows(Stream.of("chat.conversations", "chat.turns", "chat.messages", "chat.documents", "public.told")
                .map(table -> "select '%1$s ' || count(*) from %1$s where tenant_id = '%2$s'"
                        .formatted(table, owner.tenant()))
                .reduce((one, other) -> one + " union all " + other).orElseThrow());
    }
}
