package dev.csai.chat.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.audit.Changes;
import dev.csai.chat.audit.Log;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderSettingsIT {

    private static final TestApp app = TestApp.shared();

    /** Of whom nothing is ever stored. */
    private static final Acme refused = Acme.bare(app);

    @Test
    void what_was_set_up_is_shown_and_the_secret_never() {
        Acme acme = Acme.bare(app);
        assertThat(acme.owner().call("GET", "/v1/tenant/sign-in").send().problem()).isEqualTo("not-found");

        Answer put = acme.put(acme.settings(true, acme.domain()));
        Answer view = acme.owner().call("GET", "/v1/tenant/sign-in").send();

        assertThat(view.json()).isEqualTo(put.json());
        assertThat(view.json().propertyNames()).containsExactlyInAnyOrder("issuer", "clientId", "defaultRole",
                "enabled", "trustsEmail", "redirectUri", "domains");
        assertThat(view.text("/redirectUri")).isEqualTo("https://csai.test/v1/auth/oidc/callback/" + acme.tenant());
        assertThat(view.response().body()).doesNotContain("s3cret");
        assertThat(app.rows("select row_to_json(p)::text from chat.identity_providers p")).isNotEmpty()
                .noneMatch(row -> row.contains("s3cret"));
    }

    @Test
    void a_secret_goes_to_nobody_else_than_it_was_given_for() {
        Acme acme = Acme.bare(app);
        assertThat(acme.put(withoutSecret(acme.settings(false, acme.domain()))).text("/errors/0/pointer"))
                .isEqualTo("/clientSecret");
        acme.put(false);

        assertThat(acme.put(withoutSecret(acme.settings(false, acme.domain()))).status()).isEqualTo(200);
        String elsewhere = withoutSecret(acme.settings(false, acme.domain())).replaceFirst("http://localhost",
                "https://evil.example");
        assertThat(acme.put(elsewhere).text("/errors/0/pointer")).isEqualTo("/clientSecret");
        String otherClient = withoutSecret(acme.settings(false, acme.domain())).replace("csai client", "other");
        assertThat(acme.put(otherClient).text("/errors/0/pointer")).isEqualTo("/clientSecret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://login.example.com", "https://169.254.169.254", "https://[::1]", "https://postgres",
            "https://login.example.com:25", "https://login.example.com?x=1", "https://a:b@login.example.com",
            "https://login.example.com#x", "file:///etc/passwd", "login.example.com", "https://login example.com", ""})
    void an_issuer_is_the_https_address_of_a_public_name(String issuer) {
        Answer put = refused
                .put(refused.settings(false, refused.domain()).replace(refused.provider().issuer().toString(), issuer));

        assertThat(put.status()).isEqualTo(400);
        assertThat(put.text("/errors/0/pointer")).isEqualTo("/issuer");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "defaultRole": "agent"   | "defaultRole": "owner"           | /defaultRole
            "defaultRole": "agent"   | "defaultRole": "god"             | /defaultRole
            "enabled": false         | "enabled": null                  | /enabled
            "domains": ["            | "domains": ["localhost", "       | /domains/0
            "domains": ["            | "domains": ["127.0.0.1", "       | /domains/0
            "domains": ["            | "domains": ["*.example.com", "   | /domains/0
            "domains": ["            | "domains": ["a@example.com", "   | /domains/0
            "domains": ["            | "domains": [null, "              | /domains/0
            "clientId":              | "unheardOf": 1, "clientId":      | /unheardOf
            """)
    void what_makes_no_sense_is_refused_where_it_stands(String part, String instead, String pointer) {
        Answer put = refused.put(refused.settings(false, refused.domain()).replace(part.strip(), instead.strip()));

        assertThat(put.status()).as(put.response().body()).isEqualTo(400);
        assertThat(put.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void a_change_is_told_of_with_before_and_after_and_without_the_secret() {
        Acme acme = Acme.bare(app);
        acme.put(false);
        acme.prove();
        acme.put(withoutSecret(acme.settings("\"trustsEmail\": true")));
        acme.owner().call("DELETE", "/v1/tenant/sign-in").send();

        Log log = Log.of(acme.owner());
        String off = shown(acme, false, false, true, false);
        String proven = shown(acme, false, false, false, true);
        String on = shown(acme, true, true, false, true);
        assertThat(log.of("PUT /v1/tenant/sign-in")).extracting(Changes::of).containsExactly(
                new Changes(proven, on), new Changes("", off));
        assertThat(log.of("POST /v1/tenant/sign-in/domains/{domain}/verify")).extracting(Changes::of)
                .containsExactly(new Changes(off.replace("\"newSecret\":true", "\"newSecret\":false"), proven));
        assertThat(log.of("DELETE /v1/tenant/sign-in")).extracting(Changes::of).containsExactly(new Changes(on, ""));
    }

    private static String shown(Acme acme, boolean enabled, boolean trusts, boolean newSecret, boolean verified) {
        return """
                {"issuer":"%s","clientId":"%s","defaultRole":"agent","enabled":%s,"trustsEmail":%s,\
                "chosenByOwner":true,"newSecret":%s,"domains":[{"domain":"%s","verified":%s}]}"""
                .formatted(acme.provider().issuer(), acme.provider().clientId(), enabled, trusts, newSecret,
                        acme.domain(), verified);
    }

    @Test
    void agents_and_keys_have_no_say_in_it() {
        String agent = refused.member(Role.AGENT, TestApp.newEmail());
        assertThat(app.get("/v1/tenant/sign-in").token(agent).send().problem()).isEqualTo("forbidden");
        assertThat(app.get("/v1/tenant/sign-in").key(refused.owner().secret("tenant:read")).send().problem())
                .isEqualTo("forbidden");
        assertThat(app.get("/v1/tenant/sign-in").send().problem()).isEqualTo("unauthenticated");
    }

    private static String withoutSecret(String settings) {
        return settings.replaceFirst("\"clientSecret\": \"[^\"]*\", ", "");
    }
}
