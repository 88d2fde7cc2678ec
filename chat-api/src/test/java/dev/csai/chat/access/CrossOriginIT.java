package dev.csai.chat.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginIT {

    private static final String SHOP = "https://shop.example";
    private static final String EVIL = "https://evil.example";

    private static final TestApp app = TestApp.shared();
    private static final TenantId tenant = app.tenant(100_000);
    private static String key = "";

    @BeforeAll
    static void create() {
        key = app.seed.publishableKey(tenant, List.of(SHOP));
    }

    @ParameterizedTest
    @ValueSource(strings = {SHOP, EVIL})
    void answers_a_preflight_for_every_origin(String origin) {
        Answer answer = app.call("OPTIONS", "/v1/chat/messages")
                .origin(origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,x-api-key")
                .send();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).contains(origin);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("GET,POST");
        assertThat(answer.header("Access-Control-Allow-Headers"))
                .contains("X-API-Key, Content-Type, Accept, Last-Event-ID, Idempotency-Key");
        assertThat(answer.header("Access-Control-Max-Age")).contains("3600");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(answer.header("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/knowledge/documents", "/v1/auth/login", "/v1/auth/refresh", "/v1/admin/tenants"})
    void grants_other_origins_nothing_elsewhere(String path) {
        Answer answer = app.call("OPTIONS", path)
                .origin(SHOP)
                .header("Access-Control-Request-Method", "POST")
                .send();

        assertThat(answer.status()).isBetween(401, 405);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void lets_a_listed_origin_read_the_answer() {
        Answer answer = app.get("/v1/widget/config").key(key).origin(SHOP).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers("Access-Control-Allow-Origin")).containsExactly(SHOP);
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("Retry-After, RateLimit, RateLimit-Policy");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void lets_a_listed_origin_read_a_problem_too() {
        Answer answer = app.get("/v1/knowledge/documents").key(key).origin(SHOP).send();

        assertThat(answer.problem()).isEqualTo("forbidden");
        assertThat(answer.headers("Access-Control-Allow-Origin")).containsExactly(SHOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {EVIL, "http://shop.example", "https://shop.example.evil.example", "null"})
    void refuses_another_origin_and_lets_it_read_nothing(String origin) {
        Answer answer = app.get("/v1/widget/config").key(key).origin(origin).send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("origin-not-allowed");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Vary")).contains("Origin");
    }

    @Test
    void serves_callers_that_are_no_browser_and_its_own_pages() {
        assertThat(app.get("/v1/widget/config").key(key).send().status()).isEqualTo(200);
        assertThat(app.get("/v1/widget/config").key(key).origin(app.origin()).send().status()).isEqualTo(200);
    }

    @Test
    void believes_a_key_for_half_a_minute_and_no_longer() {
        String revoked = app.seed.publishableKey(tenant, List.of());
        assertThat(app.get("/v1/widget/config").key(revoked).send().status()).isEqualTo(200);

        app.sql("update chat.api_keys set revoked_at = now() where key_text = '" + revoked + "'");
        app.clock.forward(Duration.ofSeconds(31));

        assertThat(app.get("/v1/widget/config").key(revoked).send().problem()).isEqualTo("unauthenticated");
    }
}
