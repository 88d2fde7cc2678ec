package dev.csai.chat.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.DnsStub;
import dev.csai.chat.testing.TestApp;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DomainProofIT {

    private static final TestApp app = TestApp.shared();
    private static final DnsStub zone = DnsStub.shared();

    private final Acme acme = Acme.bare(app);
    private final Acme other = Acme.bare(app);

    DomainProofIT() {
        acme.put(false);
    }

    @Test
    void a_domain_is_proven_by_what_its_zone_says() {
        Answer before = acme.owner().call("GET", "/v1/tenant/sign-in").send();
        assertThat(before.text("/domains/0/domain")).isEqualTo(acme.domain());
        assertThat(before.text("/domains/0/verified")).isEqualTo("false");
        assertThat(before.text("/domains/0/recordName")).isEqualTo("_csai." + acme.domain());
        assertThat(before.text("/domains/0/recordValue")).matches("csai-verification=[0-9a-f]{32}");

        // The name is not there; it is there with another address; with another text; with this one in two pieces.
        assertThat(acme.verify().problem()).isEqualTo("conflict");
        zone.addresses("_csai." + acme.domain(), "93.184.216.34");
        assertThat(acme.verify().problem()).isEqualTo("conflict");
        zone.text("_csai." + acme.domain(), "csai-verification=" + "0".repeat(32));
        assertThat(acme.verify().problem()).isEqualTo("conflict");
        String value = before.text("/domains/0/recordValue");
        zone.text("_csai." + acme.domain(), value.substring(0, 20), value.substring(20));

        assertThat(acme.verify().text("/domains/0/verified")).isEqualTo("true");
        assertThat(acme.verify().status()).isEqualTo(200);
    }

    @Test
    void a_name_server_that_fails_is_not_a_zone_that_denies() {
        zone.fails("_csai." + acme.domain());

        assertThat(acme.verify().problem()).isEqualTo("unavailable");
    }

    @Test
    void a_proven_domain_is_one_tenants_alone() {
        acme.prove();
        other.put(other.settings(false, acme.domain()));
        Answer view = other.owner().call("GET", "/v1/tenant/sign-in").send();
        zone.text("_csai." + acme.domain(), view.text("/domains/0/recordValue"));

        Answer verify = other.owner().call("POST", "/v1/tenant/sign-in/domains/" + acme.domain() + "/verify").send();

        assertThat(verify.problem()).isEqualTo("conflict");
        assertThat(verify.text("/detail")).isEqualTo("Another tenant has proven this domain.");
        acme.owner().call("DELETE", "/v1/tenant/sign-in").send();
        assertThat(other.owner().call("POST", "/v1/tenant/sign-in/domains/" + acme.domain() + "/verify").send()
                .text("/domains/0/verified")).isEqualTo("true");
    }

    @Test
    void a_domain_that_was_left_out_has_to_be_proven_anew() {
        acme.prove();
        String value = acme.owner().call("GET", "/v1/tenant/sign-in").send().text("/domains/0/recordValue");
        acme.put(acme.settings(false, "else." + acme.domain()));
        assertThat(acme.verify().problem()).isEqualTo("not-found");

        Answer again = acme.put(acme.settings(false, acme.domain().toUpperCase(Locale.ROOT)));

        assertThat(again.text("/domains/0/domain")).isEqualTo(acme.domain());
        assertThat(again.text("/domains/0/verified")).isEqualTo("false");
        assertThat(again.text("/domains/0/recordValue")).isNotEqualTo(value);
    }
}
