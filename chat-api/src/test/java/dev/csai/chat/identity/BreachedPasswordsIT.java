package dev.csai.chat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.LeakedPasswords;
import dev.csai.chat.testing.LeakedPasswords.Reply;
import dev.csai.chat.testing.MovableClock;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BreachedPasswordsIT {

    /** Nobody would guess it, and yet it is known. */
    private static final String LEAKED = "trombone lichen carousel forty";
    private static final String GOOD = "umbrella quartz seventeen";
    private static final TestApp app = TestApp.shared();
    private static final Letterbox letterbox = new Letterbox(app);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MovableClock clock = new MovableClock();

    @BeforeAll
    static void leak() {
        LeakedPasswords.shared().leak(LEAKED, 3);
    }

    @Test
    void signing_up_refuses_a_leaked_password() {
        String email = TestApp.newEmail();

        assertRefused(signUp(email, LEAKED), "/password");
        assertThat(letterbox.to(email)).isEmpty();
        assertThat(signUp(email, GOOD).status()).isEqualTo(202);
    }

    @Test
    void a_new_password_is_not_a_leaked_one_and_the_link_stays_good() {
        String email = Owner.of(app).email();
        app.post("/v1/auth/password/forgot").json("""
                {"email": "%s"}""".formatted(email)).send();
        String token = letterbox.lastToken(email);

        assertRefused(reset(token, LEAKED), "/password");
        assertThat(reset(token, GOOD).status()).isEqualTo(204);
    }

    @Test
    void who_is_invited_does_not_take_a_leaked_password() {
        String email = TestApp.newEmail();
        Owner.of(app).call("POST", "/v1/members").json("""
                {"email": "%s", "role": "agent"}""".formatted(email)).send();
        String path = "/v1/auth/invitations/" + letterbox.lastToken(email) + "/accept";
        String body = "{\"name\": \"Dana\", \"password\": \"%s\"}";

        assertRefused(app.post(path).json(body.formatted(LEAKED)).send(), "/password");
        assertThat(app.post(path).json(body.formatted(GOOD)).send().status()).isEqualTo(200);
    }

    @Test
    void a_password_is_not_changed_to_a_leaked_one() {
        String email = TestApp.newEmail();
        app.member(app.tenant(1000), Role.AGENT, email);
        String token = app.token(email);
        String body = "{\"currentPassword\": \"%s\", \"newPassword\": \"%s\"}";

        assertRefused(app.post("/v1/me/password").token(token).json(body.formatted(TestApp.PASSWORD, LEAKED)).send(),
                "/newPassword");
        assertThat(app.login(email, TestApp.PASSWORD).status()).isEqualTo(200);
        assertThat(app.post("/v1/me/password").token(token).json(body.formatted(TestApp.PASSWORD, GOOD)).send()
                .status()).isEqualTo(200);
    }

    @Test
    void the_list_is_told_five_digits_of_a_hash_and_nothing_else() {
        try (LeakedPasswords list = LeakedPasswords.start().leak(LEAKED, 1)) {
            BreachedPasswords breached = asking(list, Duration.ofSeconds(20));

            assertThat(isRefused(breached, LEAKED)).isTrue();
            assertThat(isRefused(breached, GOOD)).isFalse();

            assertThat(list.asked()).extracting(request -> request.lines().findFirst().orElseThrow())
                    .containsExactly("GET /range/" + LeakedPasswords.hash(LEAKED).substring(0, 5),
                            "GET /range/" + LeakedPasswords.hash(GOOD).substring(0, 5));
            assertThat(list.asked()).allSatisfy(request -> assertThat(request).containsIgnoringCase(
                    "Add-Padding: true").doesNotContain(LEAKED, GOOD)
                    .doesNotContainIgnoringCase(LeakedPasswords.hash(LEAKED).substring(5))
                    .doesNotContainIgnoringCase(LeakedPasswords.hash(GOOD).substring(5)));
            assertThat(unanswered()).isZero();
        }
    }

    @Test
    void what_is_in_the_answer_for_padding_did_not_leak() {
        try (LeakedPasswords list = LeakedPasswords.start().leak(GOOD, 0)) {
            assertThat(isRefused(asking(list, Duration.ofSeconds(20)), GOOD)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "RANGE", mode = EnumSource.Mode.EXCLUDE)
    void a_list_that_does_not_answer_hinders_nobody_and_is_told_of_once_a_minute(Reply reply, CapturedOutput output) {
        try (LeakedPasswords list = LeakedPasswords.start().leak(LEAKED, 1).replying(reply)) {
            BreachedPasswords breached = asking(list,
                    reply == Reply.SILENCE ? Duration.ofMillis(100) : Duration.ofSeconds(20));

            assertThat(isRefused(breached, LEAKED)).isFalse();
            assertThat(isRefused(breached, LEAKED)).isFalse();
            assertThat(unanswered()).isEqualTo(2);
            assertThat(warnings(output)).isEqualTo(1);

            clock.forward(Duration.ofMinutes(1));
            assertThat(isRefused(breached, LEAKED)).isFalse();
            assertThat(unanswered()).isEqualTo(3);
            assertThat(warnings(output)).isEqualTo(2);
            assertThat(output.getAll()).doesNotContain(LeakedPasswords.hash(LEAKED).substring(0, 5));
        }
    }

    @Test
    void without_an_address_no_list_is_asked() {
        var breached = new BreachedPasswords(new BreachedPasswordSettings("", Duration.ofSeconds(1)), clock, meters);

        assertThat(isRefused(breached, LEAKED)).isFalse();
        assertThat(unanswered()).isZero();
    }

    private BreachedPasswords asking(LeakedPasswords list, Duration timeout) {
        return new BreachedPasswords(new BreachedPasswordSettings(list.url(), timeout), clock, meters);
    }

    private double unanswered() {
        return meters.counter("csai.identity.breached-passwords.unanswered").count();
    }

    private static long warnings(CapturedOutput output) {
        return output.getAll().lines().filter(line -> line.contains("are not looked up among leaked ones")).count();
    }

    private static boolean isRefused(BreachedPasswords breached, String password) {
        return breached.refuse(password, "/password").thenReturn(false)
                .onErrorReturn(ProblemException.class, true).blockOptional().orElseThrow();
    }

    private static void assertRefused(Answer answer, String pointer) {
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.text("/errors/0/code")).isEqualTo("breached");
    }

    private static Answer signUp(String email, String password) {
        return app.post("/v1/auth/signup").json("""
                {"companyName": "Shop", "email": "%s", "password": "%s"}""".formatted(email, password)).send();
    }

    private static Answer reset(String token, String password) {
        return app.post("/v1/auth/password/reset").json("""
                {"token": "%s", "password": "%s"}""".formatted(token, password)).send();
    }
}
