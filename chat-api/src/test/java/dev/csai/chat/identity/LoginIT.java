package dev.csai.chat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginIT {

    private static final TestApp app = TestApp.shared();

    @Test
    void gives_a_member_an_access_token_for_15_minutes_and_says_who_it_is() {
        TenantId tenant = app.tenant(1000);
        String email = TestApp.newEmail();
        Member member = app.member(tenant, Role.ADMIN, email);

        Answer answer = app.login(email.toUpperCase(Locale.ROOT), TestApp.PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/expiresIn").asInt()).isEqualTo(900);
        assertThat(answer.text("/member/id")).isEqualTo(member.memberId().toString());
        assertThat(answer.text("/member/email")).isEqualTo(email);
        assertThat(answer.text("/member/name")).isEqualTo("Somebody");
        assertThat(answer.text("/member/role")).isEqualTo("admin");
        assertThat(answer.text("/member/tenantId")).isEqualTo(tenant.toString());
        assertThat(answer.text("/member/tenantName")).isEqualTo("Tenant " + tenant);
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void keeps_the_refresh_token_from_scripts_and_other_sites() {
        String email = TestApp.newEmail();
        app.member(app.tenant(1000), Role.OWNER, email);

        String plain = app.login(email, TestApp.PASSWORD).header("Set-Cookie").orElseThrow();
        String proxied = app.post("/v1/auth/login")
                .header("X-Forwarded-Proto", "https")
                .json("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, TestApp.PASSWORD))
                .send()
                .header("Set-Cookie")
                .orElseThrow();

        assertThat(plain).matches("csai_refresh=[\\w-]{43}; Path=/v1/auth; Max-Age=2592000; Expires=[^;]+; HttpOnly; "
                + "SameSite=Strict");
        assertThat(proxied).contains("; Secure;");
    }

    @Test
    void gives_an_operator_a_token_without_a_tenant() {
        String email = TestApp.newEmail();
        UUID person = app.seed.person("Op", email, TestApp.PASSWORD, true);

        Answer answer = app.login(email, TestApp.PASSWORD);

        assertThat(answer.text("/member/role")).isEqualTo("operator");
        assertThat(answer.text("/member/id")).isEqualTo(person.toString());
        assertThat(answer.json().at("/member").has("tenantId")).isFalse();
    }

    @Test
    void signs_in_at_the_tenant_that_was_wished_for() {
        TenantId first = app.tenant(1000);
        TenantId second = app.tenant(1000);
        String email = TestApp.newEmail();
        UUID person = app.seed.person("Both", email, TestApp.PASSWORD, false);
        app.seed.member(first, person, Role.AGENT);
        app.seed.member(second, person, Role.OWNER);

        assertThat(loginAt(email, second).text("/member/role")).isEqualTo("owner");
        assertThat(loginAt(email, first).text("/member/role")).isEqualTo("agent");
        assertThat(app.login(email, TestApp.PASSWORD).text("/member/tenantId")).isEqualTo(first.toString());
        assertThat(loginAt(email, app.tenant(1000)).problem()).isEqualTo("wrong-credentials");
    }

    @Test
    void answers_a_wrong_password_and_an_unknown_address_alike() {
        String email = TestApp.newEmail();
        app.member(app.tenant(1000), Role.OWNER, email);

        Answer wrong = app.login(email, "not the password");
        Answer unknown = app.login(TestApp.newEmail(), "not the password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.problem()).isEqualTo("wrong-credentials");
        assertThat(unknown.response().body()).isEqualTo(wrong.response().body());
        assertThat(wrong.headers("Set-Cookie")).isEmpty();
    }

    @Test
    void a_person_without_any_tenant_cannot_sign_in() {
        String email = TestApp.newEmail();
        app.seed.person("Nobody", email, TestApp.PASSWORD, false);

        assertThat(app.login(email, TestApp.PASSWORD).problem()).isEqualTo("wrong-credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"email\": \"a@b.c\"}", "{\"email\": \" \", \"password\": \"x\"}",
            "{\"email\": \"a@b.c\", \"password\": \"\"}", "{\"email\": \"a@b.c\", \"password\": 5}",
            "{\"email\": \"a@b.c\", \"password\": \"x\", \"role\": \"owner\"}",
            "{\"email\": \"a@b.c\", \"password\": \"x\", \"tenantId\": \"mine\"}", "[]", "{"})
    void refuses_a_body_that_is_no_login(String body) {
        assertThat(app.post("/v1/auth/login").json(body).send().problem()).isEqualTo("invalid-request");
    }

    @Test
    void refuses_to_hash_a_password_longer_than_any_is() {
        Answer answer = app.login("a@b.c", "x".repeat(Passwords.MAX_LENGTH + 1));

        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/password");
    }

    private static Answer loginAt(String email, TenantId tenant) {
        return app.post("/v1/auth/login").json("""
                {"email": "%s", "password": "%s", "tenantId": "%s"}""".formatted(email, TestApp.PASSWORD, tenant))
                .send();
    }
}
