package dev.csai.chat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import org.junit.jupiter.api.Test;

class MeIT {

    private static final TestApp app = TestApp.shared();
    private static final String NEW_PASSWORD = "umbrella quartz seventeen";

    private final TenantId tenant = app.tenant(1000);
    private final String email = TestApp.newEmail();

    MeIT() {
        app.member(tenant, Role.AGENT, email);
    }

    @Test
    void people_see_and_change_their_own_name_and_language() {
        String token = app.token(email);
        assertThat(app.get("/v1/me").token(token).send().text("/email")).isEqualTo(email);

        Answer changed = app.call("PATCH", "/v1/me").token(token).json("PATCH", "{\"name\": \"Dana\"}").send();
        Answer again = app.call("PATCH", "/v1/me").token(token).json("PATCH", "{\"locale\": \"he\"}").send();

        assertThat(changed.text("/name")).isEqualTo("Dana");
        assertThat(again.text("/name")).isEqualTo("Dana");
        assertThat(again.text("/locale")).isEqualTo("he");
        assertThat(app.rows("select name from chat.members where email = '" + email + "'")).containsExactly("Dana");
    }

    @Test
    void an_operator_has_an_account_too() {
        String operator = TestApp.newEmail();
        app.seed.person("Op", operator, TestApp.PASSWORD, true);

        assertThat(app.get("/v1/me").token(app.token(operator)).send().text("/name")).isEqualTo("Op");
    }

    @Test
    void a_changed_password_ends_other_sessions_and_not_this_one() {
        String elsewhere = cookie(app.login(email, TestApp.PASSWORD));
        String token = app.token(email);

        Answer changed = changePassword(token, TestApp.PASSWORD, NEW_PASSWORD);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(refresh(elsewhere).status()).isEqualTo(401);
        assertThat(refresh(cookie(changed)).status()).isEqualTo(200);
        assertThat(app.login(email, TestApp.PASSWORD).status()).isEqualTo(401);
        assertThat(app.login(email, NEW_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void the_current_password_must_be_right_and_the_new_one_good() {
        String token = app.token(email);

        assertThat(changePassword(token, "not my password", NEW_PASSWORD).text("/errors/0/pointer"))
                .isEqualTo("/currentPassword");
        assertThat(changePassword(token, TestApp.PASSWORD, "password1234").text("/errors/0/code"))
                .isEqualTo("too-common");
        assertThat(app.login(email, TestApp.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void logging_out_everywhere_ends_every_session() {
        String one = cookie(app.login(email, TestApp.PASSWORD));
        String other = cookie(app.login(email, TestApp.PASSWORD));

        assertThat(app.call("DELETE", "/v1/me/sessions").token(app.token(email)).send().status()).isEqualTo(204);

        assertThat(refresh(one).status()).isEqualTo(401);
        assertThat(refresh(other).status()).isEqualTo(401);
    }

    @Test
    void visitors_have_none() {
        String key = app.seed.publishableKey(tenant, java.util.List.of());

        assertThat(app.get("/v1/me").header("X-API-Key", key).send().problem()).isEqualTo("forbidden");
        assertThat(app.get("/v1/me").send().problem()).isEqualTo("unauthenticated");
    }

    private static Answer changePassword(String token, String current, String next) {
        return app.post("/v1/me/password").token(token).json("""
                {"currentPassword": "%s", "newPassword": "%s"}""".formatted(current, next)).send();
    }

    private static Answer refresh(String cookie) {
        return app.post("/v1/auth/refresh").header("Cookie", cookie).send();
    }

    private static String cookie(Answer answer) {
        return "csai_refresh=" + answer.cookie("csai_refresh").orElseThrow();
    }
}
