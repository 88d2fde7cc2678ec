package dev.csai.chat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Role;
import dev.csai.chat.audit.Changes;
import dev.csai.chat.audit.Log;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A second factor whose recovery codes, or all of it, are gone; and what the log tells of one. */
class LostFactorsIT {

    private static final TestApp app = TestApp.shared();
    private static final Letterbox letterbox = new Letterbox(app);

    private final String email = TestApp.newEmail();
    private final Member member = app.member(app.tenant(1000), Role.ADMIN, email);
    private final String token = app.token(email);
    private final Authenticator.Set set = Authenticator.setUp(app, token);

    @Test
    void new_recovery_codes_take_the_place_of_the_former() {
        Answer renewed = renew(TestApp.PASSWORD, set.recoveryCodes().getFirst());

        List<String> codes = renewed.json().at("/recoveryCodes").valueStream().map(JsonNode::asString).toList();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().doesNotContainAnyElementsOf(set.recoveryCodes());
        assertThat(login(set.recoveryCodes().getLast()).problem()).isEqualTo("wrong-credentials");
        assertThat(login(codes.getFirst()).status()).isEqualTo(200);
        assertThat(login(set.authenticator().nextCode()).status()).isEqualTo(200);
        assertThat(letterbox.to(email).getLast().subject()).isEqualTo("You have new recovery codes at CSAI");
    }

    @Test
    void new_recovery_codes_take_the_password_and_a_code_and_a_factor_that_is_on() {
        assertThat(renew("not my password", set.authenticator().nextCode()).text("/errors/0/pointer"))
                .isEqualTo("/password");
        assertThat(renew(TestApp.PASSWORD, set.authenticator().wrongCode()).text("/errors/0/pointer"))
                .isEqualTo("/code");
        assertThat(login(set.recoveryCodes().getFirst()).status()).isEqualTo(200);

        factor("/remove", proof(TestApp.PASSWORD, set.authenticator().nextCode()));
        assertThat(renew(TestApp.PASSWORD, set.recoveryCodes().getLast()).problem()).isEqualTo("conflict");
    }

    @Test
    void an_operator_removes_a_lost_one_which_ends_sessions_and_is_mailed() {
        String session = login(set.authenticator().nextCode()).cookie("csai_refresh").orElseThrow();
        String operator = Log.operator(app);
        JsonNode found = app.get("/v1/admin/people?email=" + email).token(operator).send().json();
        assertThat(found.at("/items").toString()).isEqualTo("""
                [{"id":"%s","email":"%s","name":"Somebody","secondFactor":true}]""".formatted(member.personId(),
                email));

        assertThat(removeAs(operator, member.personId()).status()).isEqualTo(204);

        assertThat(app.post("/v1/auth/refresh").cookie("csai_refresh", session).send().status()).isEqualTo(401);
        assertThat(app.login(email, TestApp.PASSWORD).status()).isEqualTo(200);
        assertThat(letterbox.to(email).getLast().subject()).isEqualTo("Your second factor at CSAI was removed");
        assertThat(app.rows("select 1 from chat.recovery_codes where person_id = '%s'".formatted(member.personId())))
                .isEmpty();
        JsonNode entry = Log.ofPlatform(app).entries("target=" + member.personId()).getFirst();
        assertThat(entry.at("/actor/kind").asString()).isEqualTo("operator");
        assertThat(entry.at("/operation").asString()).isEqualTo("DELETE /v1/admin/people/{id}/second-factor");
        assertThat(Changes.of(entry)).isEqualTo(new Changes(on(10), "{\"secondFactor\":\"off\"}"));
        assertThat(removeAs(operator, member.personId()).problem()).isEqualTo("conflict");
    }

    @Test
    void nobody_but_another_operator_removes_it() {
        String email = TestApp.newEmail();
        UUID operator = app.seed.person("Op", email, TestApp.PASSWORD, true);
        String own = app.token(email);
        Authenticator.setUp(app, own);

        assertThat(removeAs(own, operator).problem()).isEqualTo("forbidden");
        assertThat(removeAs(token, operator).problem()).isEqualTo("forbidden");
        assertThat(removeAs(own, Ids.next()).problem()).isEqualTo("not-found");
        assertThat(app.login(email, TestApp.PASSWORD).problem()).isEqualTo("second-factor-required");
        assertThat(removeAs(Log.operator(app), operator).status()).isEqualTo(204);
        assertThat(app.login(email, TestApp.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void the_log_tells_how_it_stood_before_and_after_and_no_secret() {
        renew(TestApp.PASSWORD, set.recoveryCodes().getFirst());
        factor("/remove", proof(TestApp.PASSWORD, set.authenticator().nextCode()));

        Log log = Log.of(app, token);
        String off = "{\"secondFactor\":\"off\"}";
        String pending = "{\"secondFactor\":\"pending\"}";
        assertThat(Stream.of("", "/confirm", "/recovery-codes", "/remove")
                .flatMap(operation -> log.of("POST /v1/me/second-factor" + operation).stream()))
                .extracting(Changes::of).containsExactly(new Changes(off, pending), new Changes(pending, on(10)),
                        new Changes(on(10), on(10)), new Changes(on(10), off));
        assertThat(log.of("POST /v1/me/second-factor/confirm")).extracting(Log::bare).first().asString().startsWith("""
                {"actor":{"kind":"member","id":"%1$s","name":"Somebody"},\
                "operation":"POST /v1/me/second-factor/confirm","target":{"kind":"member","id":"%1$s"},\
                "outcome":"allowed",""".formatted(member.memberId()));
    }

    private static String on(int codes) {
        return "{\"secondFactor\":\"on\",\"recoveryCodes\":%d}".formatted(codes);
    }

    private static Answer removeAs(String token, UUID person) {
        return app.call("DELETE", "/v1/admin/people/" + person + "/second-factor").token(token).send();
    }

    private Answer renew(String password, String code) {
        return factor("/recovery-codes", proof(password, code));
    }

    private Answer factor(String operation, String body) {
        return app.post("/v1/me/second-factor" + operation).token(token).json(body).send();
    }

    private static String proof(String password, String code) {
        return "{\"password\": \"%s\", \"code\": \"%s\"}".formatted(password, code);
    }

    private Answer login(String code) {
        return app.post("/v1/auth/login").json("{\"email\": \"%s\", \"password\": \"%s\", \"code\": \"%s\"}"
                .formatted(email, TestApp.PASSWORD, code)).send();
    }
}
