package dev.csai.chat.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import java.util.ArrayList;
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
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every kind of caller knocks at every door. */
class AccessIT {

    private static final TestApp app = TestApp.shared();
    private static final Map<Audience, String> credentials = new EnumMap<>(Audience.class);

    @BeforeAll
    static void create() {
        TenantId tenant = app.tenant(100_000);
        credentials.put(Audience.VISITOR, app.seed.publishableKey(tenant, List.of()));
        credentials.put(Audience.OWNER, memberToken(tenant, Role.OWNER));
        credentials.put(Audience.ADMIN, memberToken(tenant, Role.ADMIN));
        credentials.put(Audience.AGENT, memberToken(tenant, Role.AGENT));
        String operator = TestApp.newEmail();
        app.seed.person("Operator", operator, TestApp.PASSWORD, true);
        credentials.put(Audience.OPERATOR, app.token(operator));
    }

    @ParameterizedTest
    @CsvSource({
            "GET,    /v1/widget/config,                  VISITOR",
            "POST,   /v1/chat/messages,                  VISITOR",
            "GET,    /v1/chat/sessions/s/messages,       VISITOR",
            "GET,    /v1/chat/sessions/s/events,         VISITOR",
            "POST,   /v1/chat/sessions/s/handoff,        VISITOR",
            "POST,   /v1/chat/messages/m/feedback,       VISITOR",
            "GET,    /v1/tenant,                         OWNER ADMIN AGENT",
            "PATCH,  /v1/tenant,                         OWNER ADMIN",
            "POST,   /v1/members,                        OWNER ADMIN",
            "DELETE, /v1/members/1,                      OWNER ADMIN",
            "GET,    /v1/api-keys,                       OWNER ADMIN",
            "POST,   /v1/api-keys/1/rotate,              OWNER ADMIN",
            "GET,    /v1/audit-log,                      OWNER ADMIN",
            "POST,   /v1/knowledge/documents,            OWNER ADMIN",
            "GET,    /v1/knowledge/documents/1/chunks,   OWNER ADMIN",
            "DELETE, /v1/knowledge/documents/1,          OWNER ADMIN",
            "POST,   /v1/knowledge/search,               OWNER ADMIN",
            "POST,   /v1/knowledge/uploads,              OWNER ADMIN",
            "POST,   /v1/knowledge/documents/1/confirm,  OWNER ADMIN",
            "POST,   /v1/knowledge/texts,                OWNER ADMIN",
            "PUT,    /v1/knowledge/qa/1,                 OWNER ADMIN",
            "GET,    /v1/knowledge/profile,              OWNER ADMIN",
            "PUT,    /v1/assistant,                      OWNER ADMIN",
            "POST,   /v1/assistant/test,                 OWNER ADMIN",
            "PUT,    /v1/tools/1,                        OWNER ADMIN",
            "GET,    /v1/tool-executions,                OWNER ADMIN",
            "POST,   /v1/integrations,                   OWNER ADMIN",
            "GET,    /v1/mcp-servers,                    OWNER ADMIN",
            "POST,   /v1/channels/meta/connect,          OWNER ADMIN",
            "GET,    /v1/conversations,                  OWNER ADMIN AGENT",
            "GET,    /v1/conversations.csv,              OWNER ADMIN",
            "POST,   /v1/conversations/1/take-over,      OWNER ADMIN AGENT",
            "GET,    /v1/inbox/events,                   OWNER ADMIN AGENT",
            "GET,    /v1/dashboard,                      OWNER ADMIN",
            "GET,    /v1/analytics/cost,                 OWNER ADMIN",
            "GET,    /v1/billing/usage,                  OWNER",
            "DELETE, /v1/billing/payment-methods/1,      OWNER",
            "POST,   /v1/me/second-factor,               OWNER ADMIN AGENT OPERATOR",
            "POST,   /v1/me/second-factor/confirm,       OWNER ADMIN AGENT OPERATOR",
            "POST,   /v1/me/second-factor/remove,        OWNER ADMIN AGENT OPERATOR",
            "POST,   /v1/me/second-factor/recovery-codes, OWNER ADMIN AGENT OPERATOR",
            "GET,    /v1/admin/people,                   OPERATOR",
            "DELETE, /v1/admin/people/1/second-factor,   OPERATOR",
            "GET,    /v1/admin/signing-keys,             OPERATOR",
            "POST,   /v1/admin/signing-keys/rotate,      OPERATOR",
            "GET,    /v1/admin/tenants,                  OPERATOR",
            "POST,   /v1/admin/jobs/nightly/executions,  OPERATOR",
            "GET,    /v1/admin/jobs,                     OPERATOR",
            "GET,    /v1/admin/jobs/nightly/executions,  OPERATOR",
            "GET,    /v1/admin/job-executions/1,         OPERATOR",
            "POST,   /v1/admin/job-executions/1/restart, OPERATOR"})
    void lets_in_whom_the_contract_names_and_nobody_else(String method, String path, String may) {
        Set<Audience> admitted = Stream.of(may.split(" ", -1)).map(Audience::valueOf).collect(Collectors.toSet());

        assertThat(app.call(method, path).send().problem()).isEqualTo("unauthenticated");
        credentials.forEach((kind, credential) -> {
            Answer answer = as(kind, credential, app.call(method, path)).send();
            String outcome = Set.of("unauthenticated", "forbidden").contains(answer.problem())
                    ? answer.problem()
                    : "admitted";
            assertThat(outcome).as("%s by %s", path, kind)
                    .isEqualTo(admitted.contains(kind) ? "admitted" : "forbidden");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/.well-known/jwks.json", "/v3/api-docs"})
    void needs_no_credential_for_what_is_public(String path) {
        assertThat(app.get(path).send().status()).isEqualTo(200);
    }

    @Test
    void looks_at_no_credential_where_none_is_needed() {
        assertThat(app.get("/.well-known/jwks.json").token("expired").send().status()).isEqualTo(200);
        assertThat(app.get("/.well-known/jwks.json").key("pk_unknown").send().status()).isEqualTo(200);
    }

    @Test
    void knows_no_address_that_is_not_listed_whoever_asks() {
        assertThat(app.get("/v1/unheard-of").send().problem()).isEqualTo("not-found");
        assertThat(app.get("/v1/unheard-of").token(credential(Audience.OPERATOR)).send().problem())
                .isEqualTo("not-found");
        assertThat(app.get("/actuator/env").token(credential(Audience.OPERATOR)).send().problem())
                .isEqualTo("not-found");
        assertThat(app.call("DELETE", "/v1/chat/messages").key(credential(Audience.VISITOR)).send().problem())
                .isEqualTo("method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1//admin/tenants", "/v1/widget/../admin/tenants", "/v1/widget/%2e%2e/admin/tenants",
            "/v1/admin;x=1/tenants", "/v1/widget/%2F..%2Fadmin", "/v1/admin/tenants%00", "/%761/admin/tenants",
            "/v1/%61dmin/tenants", "/%76%31/%61%64%6d%69%6e/%74enants"})
    void is_not_fooled_by_the_spelling_of_a_path(String path) {
        Answer answer = app.get(path).key(credential(Audience.VISITOR)).send();

        assertThat(answer.problem()).isIn("invalid-request", "not-found", "forbidden");
    }

    @Test
    void an_address_that_is_spelled_with_escapes_is_the_one_they_stand_for() {
        Call spelled = app.get("/%761/%61dmin/tenants");

        assertThat(spelled.send().problem()).isEqualTo("unauthenticated");
        assertThat(spelled.token(credential(Audience.OPERATOR)).send().status()).isEqualTo(200);
        assertThat(app.get("/%77idget.js").send().status()).isEqualTo(200);
        assertThat(app.get("/%73wagger-ui/index.html").send().header("Content-Security-Policy"))
                .isEqualTo(app.get("/swagger-ui/index.html").send().header("Content-Security-Policy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pk_", "pk_00000000000000000000000000000000", "sk_live_secret", "' or 1=1 --"})
    void refuses_a_key_that_does_not_exist(String key) {
        assertThat(app.get("/v1/widget/config").key(key).send().problem()).isEqualTo("unauthenticated");
    }

    @Test
    void refuses_two_credentials_at_once() {
        Call both = app.get("/v1/widget/config").key(credential(Audience.VISITOR));

        assertThat(both.token(credential(Audience.OWNER)).send().problem()).isEqualTo("invalid-request");
    }

    @Test
    void refuses_with_a_challenge_that_no_browser_prompts_for_and_starts_no_session() {
        Answer answer = app.get("/v1/tenant").send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers("WWW-Authenticate")).containsExactly("Bearer");
        assertThat(answer.headers("Set-Cookie")).isEmpty();
        assertThat(answer.header("Location")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/tenant", "/v1/unheard-of", "/v1//admin", "/.well-known/jwks.json", "/v3/api-docs"})
    void sends_the_headers_that_restrain_browsers_with_every_answer(String path) {
        Answer answer = app.get(path).send();

        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("X-Frame-Options")).contains("DENY");
        assertThat(answer.header("Referrer-Policy")).contains("strict-origin-when-cross-origin");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("Cache-Control")).isPresent();
    }

    @Test
    void every_endpoint_of_the_app_is_listed() {
        RequestMappingHandlerMapping endpoints = app.context().getBean("requestMappingHandlerMapping",
                RequestMappingHandlerMapping.class);
        List<String> unlisted = new ArrayList<>();
        endpoints.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternsCondition().getPatterns()
                .forEach(pattern -> mapping.getMethodsCondition().getMethods().forEach(method -> {
                    String path = pattern.getPatternString().replaceAll("\\{[^}]*}", "1");
                    if (AccessTable.find(HttpMethod.valueOf(method.name()), PathContainer.parsePath(path)).isEmpty()) {
                        unlisted.add(method + " " + path);
                    }
                })));

        assertThat(endpoints.getHandlerMethods()).isNotEmpty();
        assertThat(unlisted).isEmpty();
    }

    @Test
    void does_not_describe_the_caller_as_a_parameter() {
        JsonNode parameters = app.get("/v3/api-docs").send().json().at("/paths/~1v1~1widget~1config/get/parameters");

        assertThat(parameters.valueStream().map(parameter -> parameter.at("/name").asString()))
                .containsExactly("locale");
    }

    private static Call as(Audience kind, String credential, Call call) {
        return kind == Audience.VISITOR ? call.key(credential) : call.token(credential);
    }

    private static String credential(Audience kind) {
        return credentials.getOrDefault(kind, "");
    }

    private static String memberToken(TenantId tenant, Role role) {
        String email = TestApp.newEmail();
        app.member(tenant, role, email);
        return app.token(email);
    }
}
