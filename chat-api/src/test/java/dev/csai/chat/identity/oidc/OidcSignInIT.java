package dev.csai.chat.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.audit.Log;
import dev.csai.chat.identity.oidc.Browser.Session;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import dev.csai.simulators.oidc.Lapse;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OidcSignInIT {

    private static final TestApp app = TestApp.shared();
    private static final Acme acme = Acme.of(app);
    private static final String ARRIVAL = "GET /v1/auth/oidc/callback/{tenant}";

    private final Browser browser = new Browser(app);

    @AfterEach
    void behave() {
        acme.provider().lapses(Lapse.NONE);
        acme.provider().signsWith("RS256");
        acme.provider().wantsSecretInForm(false);
    }

    @ParameterizedTest
    @CsvSource({"RS256,false", "ES256,true"})
    void whoever_the_provider_vouches_for_becomes_a_member(String algorithm, boolean secretInForm) {
        Acme own = Acme.bare(app);
        own.provider().signsWith(algorithm);
        own.provider().wantsSecretInForm(secretInForm);
        own.put(true);
        own.prove();
        String email = own.address("dana");
        own.provider().signsIn("Dana@" + own.domain(), "Dana Levi");

        Session session = browser.in(browser.signIn(email));
        Answer renewed = session.renew();

        assertThat(renewed.text("/member/email")).isEqualTo(email);
        assertThat(renewed.text("/member/name")).isEqualTo("Dana Levi");
        assertThat(renewed.text("/member/role")).isEqualTo("agent");
        assertThat(renewed.text("/member/tenantId")).isEqualTo(own.tenant().toString());
        assertThat(own.roles(email)).containsExactly("agent");
        assertThat(app.get("/v1/tenant").token(session.token()).send().status()).isEqualTo(200);
    }

    @Test
    void a_second_time_nobody_joins_again_and_a_role_is_kept() {
        String email = acme.address("noa");
        acme.member(Role.ADMIN, email);
        acme.provider().signsIn(email, "Another Name");

        browser.in(browser.signIn(email));
        Answer renewed = browser.in(browser.signIn(email)).renew();

        assertThat(acme.roles(email)).containsExactly("admin");
        assertThat(renewed.text("/member/role")).isEqualTo("admin");
        assertThat(renewed.text("/member/name")).isEqualTo("Somebody");
    }

    @ParameterizedTest
    @EnumSource(value = Lapse.class, names = {"NONE", "OTHER_ISSUER_PUBLISHED", "WEAK_ALGORITHMS_PUBLISHED",
            "PLAIN_AUTHORIZATION_PUBLISHED", "REDIRECTED_DISCOVERY", "ENDLESS_DISCOVERY",
            "NO_DISCOVERY"}, mode = EnumSource.Mode.EXCLUDE)
    void a_provider_that_answers_wrongly_lets_nobody_in(Lapse lapse) {
        String email = acme.address("mallory-" + lapse.name().toLowerCase(Locale.ROOT));
        acme.provider().signsIn(email, "Mallory");
        acme.provider().lapses(lapse);

        Answer answer = browser.signIn(email);

        Browser.assertRefused(answer, lapse == Lapse.UNREADABLE_KEYS ? "unavailable" : "sign-in-refused");
        assertThat(app.rows("select email from chat.people where email = '" + email + "'")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Lapse.class, names = {"OTHER_ISSUER_PUBLISHED", "WEAK_ALGORITHMS_PUBLISHED",
            "PLAIN_AUTHORIZATION_PUBLISHED", "REDIRECTED_DISCOVERY", "ENDLESS_DISCOVERY", "NO_DISCOVERY"})
    void nobody_is_sent_to_a_provider_that_publishes_nothing_good(Lapse lapse) {
        app.clock.forward(Duration.ofMinutes(11));
        acme.provider().lapses(lapse);

        Answer start = browser.start(acme.address("dana"));

        assertThat(start.problem()).isEqualTo("unavailable");
        assertThat(start.cookie("csai_sign_in")).isEmpty();
        assertThat(acme.put(acme.settings(true, acme.domain())).text("/errors/0/pointer")).isEqualTo("/issuer");
    }

    @Test
    void an_address_of_another_domain_is_not_the_providers_to_speak_for() {
        Acme other = Acme.of(app);
        for (String foreign : new String[]{other.address("victim"), "victim@gmail.com",
                "victim@sub." + acme.domain()}) {
            acme.provider().signsIn(foreign, "Victim");

            Browser.assertRefused(browser.signIn(acme.address("me")), "sign-in-refused");
            assertThat(app.rows("select email from chat.people where email = '" + foreign + "'")).isEmpty();
        }
        assertThat(app.rows("select domain from chat.identity_provider_domains where tenant_id = '%s'"
                .formatted(acme.tenant()))).containsExactly(acme.domain());
    }

    @Test
    void an_unproven_domain_has_no_provider_and_one_that_is_switched_off_neither() {
        Acme own = Acme.bare(app);
        own.put(true);
        assertThat(browser.start(own.address("dana")).problem()).isEqualTo("not-found");

        own.prove();
        own.put(false);
        assertThat(browser.start(own.address("dana")).problem()).isEqualTo("not-found");
        assertThat(browser.start("dana@nobody.example").problem()).isEqualTo("not-found");
        assertThat(browser.start("dana").text("/errors/0/pointer")).isEqualTo("/email");
    }

    @Test
    void a_way_is_gone_once() {
        acme.provider().signsIn(acme.address("once"), "Once");
        URI callback = browser.go(acme.address("once"));
        browser.in(browser.comeBack(callback));
        int exchanges = acme.provider().exchanges();

        Browser.assertRefused(browser.comeBack(callback), "link-over");
        assertThat(acme.provider().exchanges()).isEqualTo(exchanges);
    }

    @Test
    void only_the_browser_that_set_out_comes_back() {
        acme.provider().signsIn(acme.address("mallory"), "Mallory");
        URI callback = browser.go(acme.address("mallory"));
        Browser victim = new Browser(app);

        Browser.assertRefused(victim.comeBack(callback), "link-over");
        victim.start(acme.address("victim"));
        Browser.assertRefused(victim.comeBack(callback), "link-over");

        // Others' tries have not used it up.
        browser.in(browser.comeBack(callback));
    }

    @Test
    void a_way_ends_after_ten_minutes_and_at_the_tenant_it_was_begun_for() {
        Acme other = Acme.of(app);
        acme.provider().signsIn(acme.address("late"), "Late");
        URI callback = browser.go(acme.address("late"));
        URI elsewhere = URI.create(callback.toString().replace(acme.tenant().toString(), other.tenant().toString()));

        Browser.assertRefused(browser.comeBack(elsewhere), "link-over");
        app.clock.forward(Duration.ofMinutes(10));
        Browser.assertRefused(browser.comeBack(callback), "link-over");
        assertThat(acme.roles(acme.address("late"))).isEmpty();
    }

    @Test
    void a_code_made_up_or_a_state_made_up_is_nothing() {
        String callback = "https://csai.test/v1/auth/oidc/callback/" + acme.tenant();
        URI good = browser.go(acme.address("dana"));

        Browser.assertRefused(browser.comeBack(URI.create(callback + "?code=x&state=y")), "link-over");
        Browser.assertRefused(browser.comeBack(URI.create(callback + "?")), "link-over");
        Browser.assertRefused(browser.comeBack(URI.create(good.toString().replaceFirst("code=[^&]+", "code=x"))),
                "sign-in-refused");
    }

    @Test
    void the_cookie_is_out_of_scripts_reach_and_survives_the_way_back_only() {
        Answer start = browser.start(acme.address("dana"));

        assertThat(start.header("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Path=/v1/auth/oidc", "Max-Age=600");
        acme.provider().signsIn(acme.address("dana"), "Dana");
        assertThat(browser.signIn(acme.address("dana")).headers("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("csai_sign_in=;") && cookie.contains("Max-Age=0"));
    }

    @Test
    void an_operator_never_comes_in_this_way() {
        String email = acme.address("operator");
        app.seed.member(acme.tenant(), app.seed.person("Op", email, TestApp.PASSWORD, true), Role.ADMIN);
        acme.provider().signsIn(email, "Op");

        Browser.assertRefused(browser.signIn(email), "forbidden");
    }

    @Test
    void who_was_removed_stays_out_until_invited_again() {
        String email = acme.address("leaver");
        acme.provider().signsIn(email, "Leaver");
        Session session = browser.in(browser.signIn(email));
        String id = session.renew().text("/member/id");
        assertThat(acme.owner().call("DELETE", "/v1/members/" + id).send().status()).isEqualTo(204);

        assertThat(session.renew().status()).isEqualTo(401);
        Browser.assertRefused(browser.signIn(email), "forbidden");
        assertThat(acme.roles(email)).isEmpty();

        acme.owner().call("POST", "/v1/members").json("""
                {"email": "%s", "role": "admin"}""".formatted(email)).send();
        browser.in(browser.signIn(email));
        assertThat(acme.roles(email)).containsExactly("admin");
        assertThat(app.rows("select id::text from chat.invitations where email = '" + email + "'")).isEmpty();
    }

    @Test
    void while_the_tenant_is_suspended_its_members_come_in_and_nobody_joins() {
        Acme own = Acme.of(app);
        String member = own.address("member");
        String newcomer = own.address("newcomer");
        own.member(Role.AGENT, member);
        own.owner().call("POST", "/v1/members").json("""
                {"email": "%s", "role": "admin"}""".formatted(newcomer)).send();
        app.sql("update chat.tenants set suspended_at = now(), suspended_reason = 'Unpaid.' where id = '%s'"
                .formatted(own.tenant()));

        own.provider().signsIn(member, "Member");
        assertThat(browser.in(browser.signIn(member)).renew().json().at("/member/tenantSuspended").asBoolean())
                .isTrue();
        own.provider().signsIn(newcomer, "Newcomer");
        Browser.assertRefused(browser.signIn(newcomer), "tenant-suspended");
        assertThat(app.rows("select email from chat.people where email = '" + newcomer + "'")).isEmpty();

        app.sql("update chat.tenants set suspended_at = null, suspended_reason = null where id = '%s'"
                .formatted(own.tenant()));
        browser.in(browser.signIn(newcomer));
        assertThat(own.roles(newcomer)).containsExactly("admin");
    }

    @Test
    void each_way_back_leaves_one_entry_of_whom_it_let_in_or_why_not() {
        Acme own = Acme.of(app);
        Log log = Log.of(own.owner());
        String email = own.address("dana");
        own.provider().signsIn(email, "Dana");
        String id = browser.in(browser.signIn(email)).renew().text("/member/id");
        browser.signIn(email);
        own.owner().call("DELETE", "/v1/members/" + id).send();
        browser.signIn(email);

        assertThat(log.of(ARRIVAL)).extracting(Log::bare).containsExactly("""
                {"actor":{"kind":"anonymous"},"operation":"%s","outcome":"denied","problem":"forbidden"}"""
                .formatted(ARRIVAL),
                """
                        {"actor":{"kind":"member","id":"%s","name":"Dana"},"operation":"%s","outcome":"allowed"}"""
                        .formatted(id, ARRIVAL),
                """
                        {"actor":{"kind":"member","id":"%1$s","name":"Dana"},"operation":"%2$s",\
                        "target":{"kind":"member","id":"%1$s"},"outcome":"allowed","after":{"email":"%3$s","role":"agent"}}"""
                        .formatted(id, ARRIVAL, email));
    }

    @Test
    void a_way_that_nobody_began_is_told_of_in_the_platforms_log_alone() {
        Log log = Log.of(acme.owner());
        Log platform = Log.ofPlatform(app);
        int before = log.of(ARRIVAL).size();

        Browser.assertRefused(browser.comeBack(URI.create("https://csai.test/v1/auth/oidc/callback/" + acme.tenant()
                + "?code=x&state=y")), "link-over");

        assertThat(log.of(ARRIVAL)).hasSize(before);
        assertThat(Log.bare(platform.of(ARRIVAL).getFirst())).isEqualTo("""
                {"actor":{"kind":"anonymous"},"operation":"%s","outcome":"failed","problem":"link-over"}"""
                .formatted(ARRIVAL));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_address_the_provider_says_nothing_of_counts_only_if_the_tenant_says_so(boolean trusted) {
        Acme own = Acme.of(app);
        own.put(own.settings("\"trustsEmail\": " + trusted));
        own.provider().signsIn(own.address("dana"), "Dana");
        own.provider().lapses(Lapse.EMAIL_NOT_SAID_VERIFIED);

        Answer answer = browser.signIn(own.address("dana"));

        assertThat(answer.header("Location"))
                .contains(trusted ? "/console/" : "/console/sign-in?problem=sign-in-refused");
        own.provider().lapses(Lapse.EMAIL_UNVERIFIED);
        Browser.assertRefused(browser.signIn(own.address("other")), "sign-in-refused");
    }
}
