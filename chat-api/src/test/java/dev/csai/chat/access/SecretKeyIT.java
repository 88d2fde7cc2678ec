package dev.csai.chat.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server of a tenant's knocks at every door with every scope. */
class SecretKeyIT {

    private static final TestApp app = TestApp.shared();
    private static final Owner owner = Owner.of(app);
    private static final Map<Scope, String> keys = new EnumMap<>(Scope.class);

    @BeforeAll
    static void create() {
        for (Scope scope : Scope.values()) {
            keys.put(scope, owner.secret(scope.word()));
        }
    }

    @ParameterizedTest
    @CsvSource({
            "GET,    /v1/tenant,                         TENANT_READ",
            "PATCH,  /v1/tenant,                         ''",
            "GET,    /v1/api-keys,                       ''",
            "POST,   /v1/api-keys,                       ''",
            "PATCH,  /v1/api-keys/1,                     ''",
            "POST,   /v1/api-keys/1/rotate,              ''",
            "DELETE, /v1/api-keys/1,                     ''",
            "GET,    /v1/members,                        ''",
            "GET,    /v1/audit-log,                      ''",
            "GET,    /v1/knowledge/documents,            KNOWLEDGE_READ",
            "GET,    /v1/knowledge/documents/1/chunks,   KNOWLEDGE_READ",
            "GET,    /v1/knowledge/profile,              KNOWLEDGE_READ",
            "POST,   /v1/knowledge/documents,            KNOWLEDGE_WRITE",
            "DELETE, /v1/knowledge/documents/1,          KNOWLEDGE_WRITE",
            "POST,   /v1/knowledge/documents/1/confirm,  KNOWLEDGE_WRITE",
            "POST,   /v1/knowledge/search,               KNOWLEDGE_WRITE",
            "POST,   /v1/knowledge/uploads,              KNOWLEDGE_WRITE",
            "PUT,    /v1/knowledge/qa/1,                 KNOWLEDGE_WRITE",
            "GET,    /v1/assistant,                      ASSISTANT_READ",
            "POST,   /v1/assistant/test,                 ASSISTANT_WRITE",
            "GET,    /v1/tools,                          TOOLS_READ",
            "GET,    /v1/tool-executions,                TOOLS_READ",
            "PUT,    /v1/tools/1,                        TOOLS_WRITE",
            "POST,   /v1/integrations,                   ''",
            "GET,    /v1/mcp-servers,                    ''",
            "GET,    /v1/channels,                       CHANNELS_READ",
            "DELETE, /v1/channels/1,                     CHANNELS_WRITE",
            "GET,    /v1/conversations,                  CONVERSATIONS_READ",
            "GET,    /v1/conversations.csv,              CONVERSATIONS_READ",
            "GET,    /v1/inbox/events,                   CONVERSATIONS_READ",
            "POST,   /v1/conversations/1/take-over,      CONVERSATIONS_WRITE",
            "GET,    /v1/dashboard,                      ''",
            "GET,    /v1/billing/usage,                  USAGE_READ",
            "GET,    /v1/billing/usage.csv,              USAGE_READ",
            "GET,    /v1/billing/usage/daily,            USAGE_READ",
            "POST,   /v1/billing/usage,                  ''",
            "GET,    /v1/billing/invoices,               ''",
            "DELETE, /v1/billing/payment-methods/1,      ''",
            "GET,    /v1/widget/config,                  ''",
            "POST,   /v1/chat/messages,                  ''",
            "GET,    /v1/chat/sessions/s/messages,       ''",
            "GET,    /v1/admin/jobs,                     ''"})
    void opens_what_its_scope_names_and_nothing_else(String method, String path, String by) {
        Set<Scope> opening = Stream.of(by.split(" ", -1)).filter(scope -> !scope.isEmpty()).map(Scope::valueOf)
                .collect(Collectors.toSet());

        keys.forEach((scope, key) -> assertThat(outcome(app.call(method, path).key(key).send()))
                .as("%s %s with %s", method, path, scope)
                .isEqualTo(opening.contains(scope) ? "admitted" : "forbidden"));
    }

    @Test
    void works_at_the_endpoints_that_its_scopes_open() {
        String key = owner.secret("knowledge:read", "knowledge:write", "assistant:write", "usage:read", "tenant:read");

        assertThat(app.get("/v1/tenant").key(key).send().text("/id")).isEqualTo(owner.tenant().toString());
        assertThat(app.get("/v1/knowledge/documents").key(key).send().status()).isEqualTo(200);
        assertThat(app.post("/v1/knowledge/texts").key(key).json("{\"title\": \"T\", \"text\": \"Open at 9.\"}").send()
                .status()).isEqualTo(202);
        assertThat(app.post("/v1/knowledge/search").key(key).json("{\"query\": \"open\"}").send().status())
                .isEqualTo(200);
        assertThat(app.post("/v1/knowledge/uploads").key(key).json("""
                {"fileName": "a.txt", "contentType": "text/plain", "sizeBytes": 1}""").send().status()).isEqualTo(201);
        assertThat(app.post("/v1/assistant/test").key(key).json("{\"text\": \"Hello\"}").send().status())
                .isEqualTo(200);
        assertThat(app.get("/v1/billing/usage").key(key).send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "null", "*", ""})
    void is_refused_from_every_page_before_anybody_asks_whether_it_exists(String origin) {
        String key = owner.secret("tenant:read");

        for (String sent : List.of(key, KeyText.generateSecret(), "sk_malformed")) {
            Answer answer = app.get("/v1/tenant").key(sent).origin(origin).send();

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("origin-not-allowed");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/widget/config", "/v1/chat/sessions/s/messages", "/.well-known/jwks.json",
            "/v3/api-docs"})
    void is_refused_from_a_page_wherever_it_is_sent_even_by_our_own(String path) {
        Answer answer = app.get(path).key(owner.secret("tenant:read")).origin(app.origin()).send();

        assertThat(answer.problem()).isEqualTo("origin-not-allowed");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void comes_alone() {
        String key = owner.secret("tenant:read");

        assertThat(app.get("/v1/tenant").key(key).token(owner.token()).send().problem()).isEqualTo("invalid-request");
        assertThat(app.get("/v1/tenant").key(key).key(key).send().problem()).isEqualTo("invalid-request");
        assertThat(app.get("/v1/tenant").token(key).send().problem()).isEqualTo("unauthenticated");
    }

    @Test
    void uses_up_the_requests_of_its_tenant() {
        Owner small = Owner.of(app, app.tenant(3));
        String key = small.secret("tenant:read");

        assertThat(app.get("/v1/tenant").key(key).send().header("RateLimit")).contains("\"tenant\";r=1;t=60");
        assertThat(app.get("/v1/tenant").key(key).send().status()).isEqualTo(200);
        assertThat(app.get("/v1/tenant").key(key).send().problem()).isEqualTo("rate-limited");
        assertThat(small.call("GET", "/v1/tenant").send().problem()).isEqualTo("rate-limited");
    }

    @Test
    void a_scope_that_this_release_does_not_know_opens_nothing() {
        Answer made = owner.makeSecret("tenant:read");
        app.sql("update chat.api_keys set scopes = '{tenant:read,moon:land}' where id = '%s'"
                .formatted(made.text("/id")));

        assertThat(app.get("/v1/tenant").key(made.text("/key")).send().status()).isEqualTo(200);
    }

    private static String outcome(Answer answer) {
        return Set.of("unauthenticated", "forbidden", "origin-not-allowed").contains(answer.problem())
                ? answer.problem()
                : "admitted";
    }
}
