package dev.csai.chat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.problem.ProblemException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecondFactorIT {

    private static final TestApp app = TestApp.shared();
    private static final Letterbox letterbox = new Letterbox(app);
    private static final Duration STEP = Duration.ofSeconds(30);

    private final String email = TestApp.newEmail();
    private final Member member = app.member(app.tenant(1000), Role.ADMIN, email);
    private final String token = app.token(email);

    @Test
    void is_asked_for_at_log_in_only_once_it_was_confirmed() {
        Answer begun = begin(TestApp.PASSWORD);
        var authenticator = new Authenticator(app, begun.text("/secret"));

        assertThat(begun.text("/secret")).matches("[A-Z2-7]{32}");
        assertThat(begun.text("/uri")).isEqualTo("otpauth://totp/CSAI:"
                + URLEncoder.encode(email, StandardCharsets.UTF_8) + "?secret=" + begun.text("/secret")
                + "&issuer=CSAI&algorithm=SHA1&digits=6&period=30");
        assertThat(isOn()).isFalse();
        assertThat(app.login(email, TestApp.PASSWORD).status()).isEqualTo(200);

        Answer confirmed = confirm(authenticator.code());

        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.json().at("/recoveryCodes").valueStream().map(code -> code.asString()).distinct())
                .hasSize(10).allSatisfy(code -> assertThat(code).matches("[A-Z2-7]{5}-[A-Z2-7]{5}"));
        assertThat(isOn()).isTrue();
        Answer asked = app.login(email, TestApp.PASSWORD);
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.problem()).isEqualTo("second-factor-required");
        assertThat(asked.headers("Set-Cookie")).isEmpty();
        assertThat(letterbox.to(email).getLast().subject())
                .isEqualTo("Signing in to CSAI asks for a code from now on");
        Answer entered = login(authenticator.nextCode());
        assertThat(entered.status()).isEqualTo(200);
        assertThat(entered.text("/member/id")).isEqualTo(member.memberId().toString());
        assertThat(begin(TestApp.PASSWORD).problem()).isEqualTo("conflict");
    }

    @Test
    void no_answer_tells_a_wrong_password_from_a_wrong_code() {
        Authenticator authenticator = setUp().authenticator();
        String right = authenticator.nextCode();

        Answer wrongPassword = login("not the password", right);
        Answer wrongCode = login(authenticator.wrongCode());
        Answer unknown = app.login(TestApp.newEmail(), "not the password");

        assertThat(Stream.of(wrongPassword, wrongCode, login("12345-67890"))).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.response().body()).isEqualTo(unknown.response().body());
            assertThat(answer.headers("Set-Cookie")).isEmpty();
        });
        assertThat(app.login(email, "not the password").problem()).isEqualTo("wrong-credentials");
        assertThat(login(right).status()).as("a wrong password does not use up the code").isEqualTo(200);
    }

    @Test
    void a_code_is_taken_once_however_many_come_at_once() {
        String code = setUp().authenticator().nextCode();

        assertThat(atOnce(8, code)).containsExactlyInAnyOrder("", "wrong-credentials", "wrong-credentials",
                "wrong-credentials", "wrong-credentials", "wrong-credentials", "wrong-credentials",
                "wrong-credentials");
        assertThat(login(code).problem()).isEqualTo("wrong-credentials");
    }

    @Test
    void a_code_is_good_one_step_early_or_late_and_none_before_the_last() {
        Authenticator authenticator = setUp().authenticator();
        app.clock.forward(STEP.multipliedBy(10));

        assertThat(login(authenticator.code(STEP.multipliedBy(-2))).status()).isEqualTo(401);
        assertThat(login(authenticator.code(STEP.multipliedBy(2))).status()).isEqualTo(401);
        assertThat(login(authenticator.code(STEP.negated())).status()).isEqualTo(200);
        assertThat(login(authenticator.code(STEP)).status()).isEqualTo(200);
        assertThat(login(authenticator.code()).status()).isEqualTo(401);
    }

    @Test
    void a_code_may_be_typed_as_the_phone_shows_it() {
        String code = setUp().authenticator().nextCode();

        assertThat(login(code.substring(0, 3) + " " + code.substring(3)).status()).isEqualTo(200);
    }

    @Test
    void the_code_that_confirmed_it_does_not_log_in() {
        Authenticator authenticator = setUp().authenticator();

        assertThat(login(authenticator.code()).problem()).isEqualTo("wrong-credentials");
    }

    @Test
    void a_recovery_code_stands_in_once() {
        List<String> codes = setUp().recoveryCodes();

        assertThat(atOnce(4, codes.getFirst())).containsExactlyInAnyOrder("", "wrong-credentials",
                "wrong-credentials", "wrong-credentials");
        assertThat(login(codes.get(1).toLowerCase(java.util.Locale.ROOT).replace("-", " ")).status()).isEqualTo(200);
        assertThat(login(codes.get(1)).problem()).isEqualTo("wrong-credentials");
        assertThat(login(codes.get(2)).status()).isEqualTo(200);
    }

    @Test
    void confirming_ends_other_sessions_and_not_this_one() {
        String elsewhere = app.login(email, TestApp.PASSWORD).cookie("csai_refresh").orElseThrow();
        String secret = begin(TestApp.PASSWORD).text("/secret");

        Answer confirmed = confirm(new Authenticator(app, secret).code());

        assertThat(refresh(elsewhere).status()).isEqualTo(401);
        assertThat(refresh(confirmed.cookie("csai_refresh").orElseThrow()).status()).isEqualTo(200);
    }

    @Test
    void five_wrong_codes_end_the_pending_one() {
        var authenticator = new Authenticator(app, begin(TestApp.PASSWORD).text("/secret"));
        for (int guess = 0; guess < 5; guess++) {
            Answer wrong = confirm(authenticator.wrongCode());
            assertThat(wrong.problem()).isEqualTo("invalid-request");
            assertThat(wrong.text("/errors/0/pointer")).isEqualTo("/code");
        }

        assertThat(confirm(authenticator.code()).problem()).isEqualTo("conflict");

        var second = new Authenticator(app, begin(TestApp.PASSWORD).text("/secret"));
        assertThat(second.secret()).isNotEqualTo(authenticator.secret());
        assertThat(confirm(second.code()).status()).isEqualTo(200);
    }

    @Test
    void the_pending_one_waits_ten_minutes() {
        var authenticator = new Authenticator(app, begin(TestApp.PASSWORD).text("/secret"));
        app.clock.forward(Duration.ofMinutes(10));

        assertThat(confirm(authenticator.code()).problem()).isEqualTo("conflict");
        app.context().getBean(ExpiredTokens.class).sweep().block();
        assertThat(app.rows(rowsOf("second_factors"))).containsExactly("0");
    }

    @Test
    void setting_it_up_and_removing_it_take_the_password() {
        assertPointer(begin("not my password"), "/password");
        Authenticator authenticator = setUp().authenticator();

        assertPointer(remove("not my password", authenticator.nextCode()), "/password");
        assertPointer(remove(TestApp.PASSWORD, authenticator.wrongCode()), "/code");
        assertThat(isOn()).isTrue();
        assertThat(remove(TestApp.PASSWORD, authenticator.code()).status()).isEqualTo(204);

        assertThat(isOn()).isFalse();
        assertThat(app.login(email, TestApp.PASSWORD).status()).isEqualTo(200);
        assertThat(app.rows(rowsOf("recovery_codes"))).containsExactly("0");
        assertThat(letterbox.to(email).getLast().subject())
                .isEqualTo("Signing in to CSAI asks for no code any more");
        assertThat(remove(TestApp.PASSWORD, authenticator.nextCode()).problem()).isEqualTo("conflict");
    }

    @Test
    void a_recovery_code_removes_it_too() {
        String code = setUp().recoveryCodes().getLast();

        assertThat(remove(TestApp.PASSWORD, code).status()).isEqualTo(204);
    }

    @Test
    void a_magic_link_is_not_used_up_by_a_code_that_is_missing_or_wrong() {
        Authenticator authenticator = setUp().authenticator();
        app.post("/v1/auth/magic-link").json("{\"email\": \"%s\"}".formatted(email)).send();
        String link = letterbox.lastToken(email);
        String body = "{\"token\": \"%s\", \"code\": \"%s\"}";

        assertThat(redeem("{\"token\": \"%s\"}".formatted(link)).problem()).isEqualTo("second-factor-required");
        assertThat(redeem(body.formatted(link, authenticator.wrongCode())).problem()).isEqualTo("wrong-credentials");
        String right = authenticator.nextCode();
        assertThat(redeem(body.formatted("unknown", right)).problem()).isEqualTo("link-over");
        assertThat(redeem(body.formatted(link, right)).status()).isEqualTo(200);
        assertThat(redeem(body.formatted(link, authenticator.nextCode())).problem()).isEqualTo("link-over");
    }

    @Test
    void an_invitation_is_no_way_around_it() {
        Authenticator authenticator = setUp().authenticator();
        Owner other = Owner.of(app);
        other.call("POST", "/v1/members").json("""
                {"email": "%s", "role": "owner"}""".formatted(email)).send();
        String path = "/v1/auth/invitations/" + letterbox.lastToken(email) + "/accept";

        assertThat(app.post(path).json("{}").send().problem()).isEqualTo("second-factor-required");
        Answer accepted = app.post(path).json("{\"code\": \"%s\"}".formatted(authenticator.nextCode())).send();

        assertThat(accepted.text("/member/tenantId")).isEqualTo(other.tenant().toString());
    }

    @Test
    void a_new_password_does_not_remove_it() {
        Authenticator authenticator = setUp().authenticator();
        app.post("/v1/auth/password/forgot").json("{\"email\": \"%s\"}".formatted(email)).send();
        String next = "umbrella quartz seventeen";
        app.post("/v1/auth/password/reset").json("""
                {"token": "%s", "password": "%s"}""".formatted(letterbox.lastToken(email), next)).send();

        assertThat(app.login(email, next).problem()).isEqualTo("second-factor-required");
        assertThat(login(next, authenticator.nextCode()).status()).isEqualTo(200);
    }

    @Test
    void twenty_codes_an_hour_may_be_tried_for_one_person() {
        LoginThrottle throttle = app.context().getBean(LoginThrottle.class);

        assertThat(IntStream.range(0, 21).mapToObj(attempt -> throttle.admitCode(member.personId()).thenReturn(true)
                .onErrorReturn(ProblemException.class, false).block()).filter(admitted -> admitted)).hasSize(20);
        setUp();
        assertThat(login("000000").problem()).isEqualTo("rate-limited");
        app.clock.forward(Duration.ofHours(1));
        assertThat(login("000000").problem()).isEqualTo("wrong-credentials");
    }

    @Test
    void neither_the_secret_nor_a_recovery_code_can_be_read_in_the_database() {
        Authenticator.Set set = setUp();
        String stored = String.join("\n", Stream.of("second_factors", "recovery_codes")
                .flatMap(table -> app.rows("select f::text from chat." + table
                        + " f where person_id = '" + member.personId() + "'").stream())
                .toList());

        assertThat(stored).contains(member.personId().toString(), "v1.").doesNotContain(set.authenticator().secret());
        assertThat(set.recoveryCodes()).hasSize(10).noneMatch(code -> stored.contains(code)
                || stored.contains(code.replace("-", "")));
    }

    private Authenticator.Set setUp() {
        return Authenticator.setUp(app, token);
    }

    /** The problems of log-ins at the same time; the empty text is none. */
    private List<String> atOnce(int logIns, String code) {
        return Stream.generate(() -> app.post("/v1/auth/login").json(body(TestApp.PASSWORD, code)).sendAsync())
                .limit(logIns).toList().stream().map(CompletableFuture::join).map(Answer::problem).toList();
    }

    private Answer login(String code) {
        return login(TestApp.PASSWORD, code);
    }

    private Answer login(String password, String code) {
        return app.post("/v1/auth/login").json(body(password, code)).send();
    }

    private String body(String password, String code) {
        return "{\"email\": \"%s\", \"password\": \"%s\", \"code\": \"%s\"}".formatted(email, password, code);
    }

    private Answer begin(String password) {
        return app.post("/v1/me/second-factor").token(token).json("{\"password\": \"%s\"}".formatted(password)).send();
    }

    private Answer confirm(String code) {
        return app.post("/v1/me/second-factor/confirm").token(token).json("{\"code\": \"%s\"}".formatted(code)).send();
    }

    private Answer remove(String password, String code) {
        return app.post("/v1/me/second-factor/remove").token(token).json("""
                {"password": "%s", "code": "%s"}""".formatted(password, code)).send();
    }

    private boolean isOn() {
        return app.get("/v1/me").token(token).send().json().at("/secondFactor").asBoolean();
    }

    private static Answer redeem(String body) {
        return app.post("/v1/auth/magic-link/redeem").json(body).send();
    }

    private static Answer refresh(String cookie) {
        return app.post("/v1/auth/refresh").cookie("csai_refresh", cookie).send();
    }

    private String rowsOf(String table) {
        return "select count(*) from chat." + table + " where person_id = '" + member.personId() + "'";
    }

    private static void assertPointer(Answer answer, String pointer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }
}
