package dev.csai.chat.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.audit.Log;
import dev.csai.chat.identity.Authenticator;
import dev.csai.chat.identity.oidc.Browser.Session;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How far the word of a tenant's provider goes: to that tenant, while it trusts that provider, and no further. */
class ProviderPowersIT {

    private static final TestApp app = TestApp.shared();

    private final Acme acme = Acme.of(app);
    private final Browser browser = new Browser(app);

    @Test
    void it_opens_no_other_membership_of_the_same_person() {
        String email = acme.address("both");
        TenantId elsewhere = app.tenant(1000);
        UUID person = app.seed.person("Both", email, TestApp.PASSWORD, false);
        // Joined first, which a log-in without a tenant would prefer.
        app.seed.member(elsewhere, person, Role.OWNER);
        acme.provider().signsIn(email, "Both");

        Session session = browser.in(browser.signIn(email));

        assertThat(session.renew().text("/member/tenantId")).isEqualTo(acme.tenant().toString());
        assertThat(session.renew().text("/member/tenantId")).isEqualTo(acme.tenant().toString());
        assertThat(app.get("/v1/tenant").token(session.token()).send().text("/id"))
                .isEqualTo(acme.tenant().toString());

        app.sql("delete from chat.members where tenant_id = '%s' and person_id = '%s'".formatted(acme.tenant(),
                person));
        assertThat(session.renew().status()).isEqualTo(401);
    }

    @Test
    void it_has_no_hold_of_the_account() {
        String email = acme.address("account");
        acme.member(Role.AGENT, email);
        String elsewhere = app.login(email, TestApp.PASSWORD).cookie("csai_refresh").orElseThrow();
        acme.provider().signsIn(email, "Account");
        Session session = browser.in(browser.signIn(email));
        session.renew();
        String token = session.token();

        assertThat(app.get("/v1/me").token(token).send().text("/email")).isEqualTo(email);
        assertThat(app.call("PATCH", "/v1/me").token(token).json("PATCH", "{\"name\": \"Taken\"}").send().problem())
                .isEqualTo("forbidden");
        assertThat(app.call("DELETE", "/v1/me/sessions").token(token).send().problem()).isEqualTo("forbidden");
        assertThat(app.post("/v1/me/password").token(token).json("""
                {"currentPassword": "%s", "newPassword": "umbrella quartz seventeen"}""".formatted(TestApp.PASSWORD))
                .send().problem()).isEqualTo("forbidden");

        assertThat(new Session(app, elsewhere).renew().text("/member/name")).isEqualTo("Somebody");
        assertThat(app.call("PATCH", "/v1/me").token(app.token(email)).json("PATCH", "{\"name\": \"Mine\"}").send()
                .text("/name")).isEqualTo("Mine");
    }

    @Test
    void it_does_not_become_an_ordinary_session_by_a_second_factor() {
        String email = acme.address("factor");
        String own = acme.member(Role.AGENT, email);
        acme.provider().signsIn(email, "Factor");
        String token = browser.in(browser.signIn(email)).token();
        String secret = factor(own, "", "{\"password\": \"%s\"}".formatted(TestApp.PASSWORD)).text("/secret");
        String code = "{\"code\": \"%s\"}".formatted(new Authenticator(app, secret).code());
        String proof = "{\"password\": \"%s\", \"code\": \"123456\"}".formatted(TestApp.PASSWORD);

        assertThat(Stream.of(factor(token, "", proof), factor(token, "/confirm", code),
                factor(token, "/recovery-codes", proof), factor(token, "/remove", proof)))
                .allSatisfy(answer -> {
                    assertThat(answer.problem()).isEqualTo("forbidden");
                    assertThat(answer.headers("Set-Cookie")).isEmpty();
                });
        assertThat(factor(own, "/confirm", code).status()).as("the code was good").isEqualTo(200);
    }

    private static Answer factor(String token, String operation, String body) {
        return app.post("/v1/me/second-factor" + operation).token(token).json(body).send();
    }

    @Test
    void a_session_ends_when_the_tenant_trusts_the_provider_no_more() {
        acme.provider().signsIn(acme.address("dana"), "Dana");
        Session session = browser.in(browser.signIn(acme.address("dana")));
        Session own = new Session(app, app.login(acme.owner().email(), TestApp.PASSWORD).cookie("csai_refresh")
                .orElseThrow());
        assertThat(session.renew().status()).isEqualTo(200);

        acme.put(false);

        assertThat(session.renew().status()).isEqualTo(401);
        assertThat(own.renew().status()).isEqualTo(200);
        acme.put(true);
        assertThat(acme.owner().call("DELETE", "/v1/tenant/sign-in").send().status()).isEqualTo(204);
        assertThat(browser.start(acme.address("dana")).problem()).isEqualTo("not-found");
    }

    @Test
    void a_session_lasts_for_twelve_hours_and_then_the_provider_is_asked_again() {
        acme.provider().signsIn(acme.address("dana"), "Dana");
        Answer in = browser.signIn(acme.address("dana"));
        Session session = browser.in(in);
        assertThat(in.headers("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("csai_refresh=")
                && cookie.contains("Max-Age=" + Duration.ofHours(12).toSeconds()));

        app.clock.forward(Duration.ofHours(12));

        assertThat(session.renew().status()).isEqualTo(401);
    }

    @Test
    void an_admin_cannot_become_an_owner_by_a_provider_of_their_own_choice() {
        String boss = acme.address("boss");
        acme.member(Role.OWNER, boss);
        String admin = acme.member(Role.ADMIN, TestApp.newEmail());
        acme.provider().signsIn(boss, "Boss");
        Session session = browser.in(browser.signIn(boss));
        assertThat(session.renew().text("/member/role")).isEqualTo("owner");

        String settings = acme.settings("\"trustsEmail\": true");
        assertThat(app.call("PUT", "/v1/tenant/sign-in").token(admin).json("PUT", settings).send().status())
                .isEqualTo(200);

        Browser.assertRefused(browser.signIn(boss), "forbidden");
        JsonNode told = Log.of(acme.owner()).of("GET /v1/auth/oidc/callback/{tenant}").getFirst();
        assertThat(told.at("/outcome").asString()).isEqualTo("denied");
        assertThat(app.rows("select id from chat.members where email = '" + boss + "'"))
                .containsExactly(told.at("/target/id").asString());
        assertThat(session.renew().status()).isEqualTo(401);
        acme.provider().signsIn(acme.address("agent"), "Agent");
        browser.in(browser.signIn(acme.address("agent")));

        acme.put(settings);
        acme.provider().signsIn(boss, "Boss");
        browser.in(browser.signIn(boss));
        // Who changes nothing of whom to trust takes nothing from what the owner chose.
        app.call("PUT", "/v1/tenant/sign-in").token(admin).json("PUT", settings).send();
        browser.in(browser.signIn(boss));
    }

    @Test
    void an_invitation_as_owner_counts_only_with_a_provider_that_an_owner_chose() {
        String email = acme.address("partner");
        acme.owner().call("POST", "/v1/members").json("""
                {"email": "%s", "role": "owner"}""".formatted(email)).send();
        acme.provider().signsIn(email, "Partner");
        app.sql("update chat.identity_providers set chosen_by_owner = false where tenant_id = '%s'"
                .formatted(acme.tenant()));
        Browser.assertRefused(browser.signIn(email), "forbidden");
        assertThat(acme.roles(email)).isEmpty();

        acme.put(true);

        browser.in(browser.signIn(email));
        assertThat(acme.roles(email)).containsExactly("owner");
    }
}
