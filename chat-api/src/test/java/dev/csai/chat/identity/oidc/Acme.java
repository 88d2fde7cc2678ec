package dev.csai.chat.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.DnsStub;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import dev.csai.simulators.oidc.OidcProvider;
import dev.csai.simulators.oidc.OidcSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant with a provider of its own that speaks for the people of one domain. */
final class Acme {

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

    private static @Nullable OidcSimulator simulator;

    private final TestApp app;
    private final OidcProvider provider;
    private final String domain;
    private Owner owner;
    private Instant signedInAt;

    private Acme(TestApp app, String name) {
        this.app = app;
        this.provider = simulator(app).provider(name);
        this.domain = name + ".example";
        this.owner = Owner.of(app);
        this.signedInAt = app.clock.instant();
    }

    /** Set up and proven. */
    static Acme of(TestApp app) {
        Acme acme = bare(app);
        acme.put(true);
        acme.prove();
        return acme;
    }

    /** With nothing set up. */
    static Acme bare(TestApp app) {
        return new Acme(app, "acme-" + UUID.randomUUID());
    }

    private static synchronized OidcSimulator simulator(TestApp app) {
        OidcSimulator running = simulator;
        if (running == null) {
            try {
                running = OidcSimulator.start(0, app.clock);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            simulator = running;
        }
        return running;
    }

    OidcProvider provider() {
        return provider;
    }

    String domain() {
        return domain;
    }

    /** Signed in anew after a while: tests move the clock. */
    Owner owner() {
        if (app.clock.instant().isAfter(signedInAt.plus(TOKEN_LIFE))) {
            owner = owner.again();
            signedInAt = app.clock.instant();
        }
        return owner;
    }

    TenantId tenant() {
        return owner.tenant();
    }

    String address(String name) {
        return name + "@" + domain;
    }

    void put(boolean enabled) {
        Answer put = put(settings(enabled, domain));
        assertThat(put.status()).as(put.response().body()).isEqualTo(200);
    }

    Answer put(String settings) {
        return owner().call("PUT", "/v1/tenant/sign-in").json("PUT", settings).send();
    }

    String settings(boolean enabled, String domain) {
        return """
                {"issuer": "%s", "clientId": "%s", "clientSecret": "%s", "defaultRole": "agent", "enabled": %s,
                 "domains": ["%s"]}""".formatted(provider.issuer(), provider.clientId(), provider.clientSecret(),
                enabled, domain);
    }

    /** With further fields. */
    String settings(String further) {
        return settings(true, domain).replaceFirst("}$", ", " + further + "}");
    }

    /** Puts into the zone what is asked for, and has it looked at. */
    void prove() {
        publish();
        assertThat(verify().text("/domains/0/verified")).isEqualTo("true");
    }

    void publish() {
        Answer view = owner().call("GET", "/v1/tenant/sign-in").send();
        DnsStub.shared().text(view.text("/domains/0/recordName"), view.text("/domains/0/recordValue"));
    }

    Answer verify() {
        return owner().call("POST", "/v1/tenant/sign-in/domains/" + domain + "/verify").send();
    }

    /** The access token of a new member with a password. */
    String member(Role role, String email) {
        app.member(tenant(), role, email);
        return app.token(email);
    }

    /** The roles of whoever has the address, at this tenant. */
    List<String> roles(String email) {
        return app.rows("select role from chat.members where tenant_id = '%s' and email = '%s'".formatted(tenant(),
                email));
    }
}
