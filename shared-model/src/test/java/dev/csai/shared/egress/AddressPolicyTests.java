package dev.csai.shared.egress;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTests {

    private final AddressPolicy policy = new AddressPolicy(Set.of());
    private final AddressPolicy lenient = new AddressPolicy(Set.of("localhost", "n8n.internal:5678", "127.0.0.1"));

    @ParameterizedTest
    @ValueSource(strings = {"https://login.example.com", "https://login.example.com/tenant/v2.0?p=b2c",
            "HTTPS://Login.Example.COM", "https://a.b-c.xn--p1ai", "https://idp.example:8443/x", "https://1and1.de"})
    void calls_public_names_over_https(String url) {
        assertThatCode(() -> policy.check(URI.create(url))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            // Another way than https.
            "http://idp.example.com", "ftp://idp.example.com", "file:///etc/passwd", "gopher://idp.example.com",
            "jar:https://idp.example.com!/x", "//idp.example.com", "idp.example.com",
            // Somebody else than it seems.
            "https://good.example@evil.example", "https://good.example:pw@evil.example/", "https://idp.example.com/#x",
            "https:///x", "https:idp.example.com",
            // Services that do not speak http.
            "https://idp.example.com:22", "https://idp.example.com:25", "https://idp.example.com:80",
            "https://idp.example.com:0", "https://idp.example.com:1023",
            // Addresses in every spelling.
            "https://127.0.0.1", "https://8.8.8.8", "https://2130706433", "https://0x7f000001", "https://017700000001",
            "https://127.1", "https://0x7f.1", "https://127.0.0.1.", "https://0", "https://a.0x7f000001",
            "https://[::1]", "https://[::ffff:127.0.0.1]", "https://[fe80::1%25eth0]", "https://[2606:4700::1111]",
            // Names of nobody in public.
            "https://localhost", "https://postgres", "https://idp.example.com.", "https://under_score.example.com",
            "https://idp.example.c", "https://-idp.example.com"})
    void refuses_whatever_is_not_the_https_url_of_a_public_name(String url) {
        assertThatThrownBy(() -> policy.check(URI.create(url))).isInstanceOf(AddressRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://shop.example", "http://shop.example:80/a?b", "http://shop.example:8080",
            "https://shop.example"})
    void reads_pages_of_public_names_also_when_they_are_not_encrypted(String url) {
        assertThatCode(() -> policy.checkPage(URI.create(url))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://shop.example", "http://127.0.0.1", "http://169.254.169.254/latest",
            "http://localhost",
            "http://shop.example:443", "http://shop.example:25", "https://shop.example:80", "http://u@shop.example"})
    void reads_no_pages_of_other_services_or_of_addresses(String url) {
        assertThatThrownBy(() -> policy.checkPage(URI.create(url))).isInstanceOf(AddressRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
            "128.0.0.0", "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255",
            "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700:4700::1111",
            "2001:200::1", "2a00:1450:4001::5", "3ffe:ffff::1"})
    void connects_to_public_addresses(String address) {
        assertThatCode(() -> policy.check("idp.example", 443, List.of(InetAddress.ofLiteral(address))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255",
            "127.0.0.1", "127.255.255.254", "169.254.169.254", "169.254.170.2", "168.63.129.16", "172.16.0.1",
            "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1",
            "198.19.255.255", "198.51.100.7", "203.0.113.7", "224.0.0.1", "239.255.255.255", "240.0.0.1",
            "255.255.255.255",
            "::", "::1", "::127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "64:ff9b:1::1",
            "100::1", "2001::1", "2001:0:7f00:1::", "2001:db8::1", "2002:7f00:1::", "2002:a9fe:a9fe::1", "3fff::1",
            "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "febf::1", "fec0::1", "ff02::1"})
    void refuses_addresses_that_are_not_everybodys(String address) {
        // Spelled as an IPv4 address within IPv6 it arrives as the IPv4 address it is.
        String wanted = address.equals("::ffff:8.8.8.8") ? "::ffff:127.0.0.1" : address;

        assertThatThrownBy(() -> policy.check("idp.example", 443, List.of(InetAddress.ofLiteral(wanted))))
                .isInstanceOf(AddressRefused.class);
    }

    @Test
    void a_mapped_address_that_was_not_unwrapped_is_refused_even_if_it_is_public() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        mapped[12] = mapped[13] = mapped[14] = mapped[15] = 8;
        InetAddress raw = java.net.Inet6Address.getByAddress("", mapped, -1);

        assertThatThrownBy(() -> policy.check("idp.example", 443, List.of(raw))).isInstanceOf(AddressRefused.class);
    }

    @Test
    void one_address_that_is_not_public_spoils_the_others() {
        List<InetAddress> both = List.of(InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("10.0.0.1"));

        assertThatThrownBy(() -> policy.check("idp.example", 443, both)).isInstanceOf(AddressRefused.class);
        assertThatThrownBy(() -> policy.check("idp.example", 443, List.of())).isInstanceOf(AddressRefused.class);
    }

    @Test
    void a_host_that_the_operator_names_is_called_as_named_and_no_other() {
        InetAddress loopback = InetAddress.getLoopbackAddress();

        assertThatCode(() -> lenient.check(URI.create("http://LocalHost:8080/x"))).doesNotThrowAnyException();
        assertThatCode(() -> lenient.check(URI.create("http://127.0.0.1:9"))).doesNotThrowAnyException();
        assertThatCode(() -> lenient.check(URI.create("http://n8n.internal:5678"))).doesNotThrowAnyException();
        assertThatCode(() -> lenient.check("localhost", 8080, List.of(loopback))).doesNotThrowAnyException();
        assertThatThrownBy(() -> lenient.check(URI.create("http://n8n.internal:5679")))
                .isInstanceOf(AddressRefused.class);
        assertThatThrownBy(() -> lenient.check(URI.create("http://a.localhost"))).isInstanceOf(AddressRefused.class);
        assertThatThrownBy(() -> lenient.check("idp.example", 443, List.of(loopback)))
                .isInstanceOf(AddressRefused.class);
        assertThatThrownBy(() -> lenient.check(URI.create("ftp://localhost"))).isInstanceOf(AddressRefused.class);
    }
}
