package dev.csai.chat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MailedLinksIT {

    private static final TestApp app = TestApp.shared();
    private static final Letterbox letterbox = new Letterbox(app);
    private static final String NEW_PASSWORD = "umbrella quartz seventeen";

    @Test
    void a_magic_link_logs_in_once() {
        String email = member();
        assertThat(send("magic-link", email).status()).isEqualTo(202);
        String token = letterbox.lastToken(email);

        Answer answer = redeem(token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/member/email")).isEqualTo(email);
        assertThat(redeem(token).problem()).isEqualTo("link-over");
    }

    @Test
    void a_magic_link_is_good_for_15_minutes() {
        String email = member();
        send("magic-link", email);
        String token = letterbox.lastToken(email);
        app.clock.forward(Duration.ofMinutes(15));

        assertThat(redeem(token).problem()).isEqualTo("link-over");
    }

    @Test
    void a_link_that_was_used_ends_those_asked_for_beside_it() {
        String email = member();
        send("magic-link", email);
        String first = letterbox.lastToken(email);
        send("magic-link", email);
        redeem(letterbox.lastToken(email));

        assertThat(redeem(first).problem()).isEqualTo("link-over");
    }

    @Test
    void a_link_for_one_purpose_does_not_serve_another() {
        String email = member();
        send("magic-link", email);
        String magic = letterbox.lastToken(email);

        assertThat(reset(magic, NEW_PASSWORD).problem()).isEqualTo("link-over");
        assertThat(redeem(magic).status()).isEqualTo(200);
    }

    @Test
    void links_lead_to_the_address_that_was_set_and_not_to_that_of_the_request() {
        String email = member();
        app.post("/v1/auth/password/forgot").header("X-Forwarded-Host", "evil.example").json("""
                {"email": "%s"}""".formatted(email)).send();

        assertThat(letterbox.to(email)).singleElement().satisfies(mail -> assertThat(mail.text() + mail.html())
                .contains("https://csai.test/console/reset-password#token=").doesNotContain("evil.example"));
    }

    @Test
    void a_new_password_ends_every_session_and_is_told_by_mail() {
        String email = member();
        String cookie = "csai_refresh=" + app.login(email, TestApp.PASSWORD).cookie("csai_refresh").orElseThrow();
        send("password/forgot", email);

        assertThat(reset(letterbox.lastToken(email), NEW_PASSWORD).status()).isEqualTo(204);

        assertThat(app.login(email, TestApp.PASSWORD).status()).isEqualTo(401);
        assertThat(app.login(email, NEW_PASSWORD).status()).isEqualTo(200);
        assertThat(app.post("/v1/auth/refresh").header("Cookie", cookie).send().status()).isEqualTo(401);
        assertThat(letterbox.to(email).getLast().subject()).isEqualTo("Your password at CSAI was changed");
    }

    @Test
    void a_password_that_is_refused_leaves_the_link_good() {
        String email = member();
        send("password/forgot", email);
        String token = letterbox.lastToken(email);

        assertThat(reset(token, "password1234").text("/errors/0/code")).isEqualTo("too-common");
        assertThat(reset(token, NEW_PASSWORD).status()).isEqualTo(204);
        assertThat(reset(token, NEW_PASSWORD).problem()).isEqualTo("link-over");
    }

    @Test
    void a_reset_is_good_for_an_hour() {
        String email = member();
        send("password/forgot", email);
        String token = letterbox.lastToken(email);
        app.clock.forward(Duration.ofHours(1));

        assertThat(reset(token, NEW_PASSWORD).problem()).isEqualTo("link-over");
    }

    @Test
    void an_unknown_address_gets_the_same_answer_and_no_mail() {
        String unknown = TestApp.newEmail();
        Answer answer = send("password/forgot", unknown);
        Answer known = send("password/forgot", member());

        assertThat(answer.status()).isEqualTo(known.status());
        assertThat(answer.response().body()).isEqualTo(known.response().body());
        assertThat(letterbox.to(unknown)).isEmpty();
    }

    @Test
    void nobodys_mailbox_is_flooded() {
        TestApp strict = TestApp.strict();
        String email = TestApp.newEmail();
        strict.member(strict.tenant(1000), Role.OWNER, email);
        for (int time = 0; time < 2; time++) {
            assertThat(send(strict, "magic-link", email).status()).isEqualTo(202);
        }
        Answer third = send(strict, "password/forgot", email);

        assertThat(third.problem()).isEqualTo("rate-limited");
        assertThat(Integer.parseInt(third.header("Retry-After").orElseThrow())).isBetween(60, 3600);
        assertThat(new Letterbox(strict).to(email)).hasSize(2);
    }

    private static String member() {
        String email = TestApp.newEmail();
        app.member(app.tenant(1000), Role.OWNER, email);
        return email;
    }

    private static Answer send(String call, String email) {
        return send(app, call, email);
    }

    private static Answer send(TestApp app, String call, String email) {
        return app.post("/v1/auth/" + call).json("""
                {"email": "%s"}""".formatted(email)).send();
    }

    private static Answer redeem(String token) {
        return app.post("/v1/auth/magic-link/redeem").json("""
                {"token": "%s"}""".formatted(token)).send();
    }

    private static Answer reset(String token, String password) {
        return app.post("/v1/auth/password/reset").json("""
                {"token": "%s", "password": "%s"}""".formatted(token, password)).send();
    }
}
