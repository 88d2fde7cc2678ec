package dev.csai.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

class ForwardedForTests {

    private static final String PROXY = "10.0.0.1";

    private final ForwardedFor forwarded = new ForwardedFor(
            Stream.of("10.0.0.0/8", "2001:db8::/32").map(AddressBlock::parse).toList());

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // What the nearest proxy was asked by.
            "192.0.2.1 | 192.0.2.1", "192.0.2.1:4711 | 192.0.2.1", "2001:dead::1 | 2001:dead::1",
            "[2001:dead::1]:443 | 2001:dead::1", "::ffff:192.0.2.1 | 192.0.2.1",
            // Only trusted ones are passed on the way back, so what a client makes up is never reached.
            "192.0.2.9, 192.0.2.1 | 192.0.2.1", "192.0.2.9, 192.0.2.1, 10.2.3.4 | 192.0.2.1",
            "192.0.2.9, 10.9.9.9, 192.0.2.1, 10.2.3.4, 2001:db8::5 | 192.0.2.1",
            // Everybody is trusted: the farthest.
            "10.7.7.7, 10.2.3.4 | 10.7.7.7",
            // Whoever hides, or writes nonsense, is counted as the nearest that is known.
            "unknown | 10.0.0.1", "192.0.2.1, unknown | 10.0.0.1", "192.0.2.1, shop.example, 10.2.3.4 | 10.2.3.4",
            "192.0.2.1,, | 192.0.2.1", "[ | 10.0.0.1", "'' | 10.0.0.1"})
    void follows_trusted_proxies_back_to_the_client(String header, String client) {
        assertThat(client(PROXY, "X-Forwarded-For", header)).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"for=192.0.2.1 | 192.0.2.1", "For=\"192.0.2.1:80\";proto=https | 192.0.2.1",
            "by=10.0.0.1; for=\"[2001:dead::1]:4711\" | 2001:dead::1",
            "for=192.0.2.9, for=192.0.2.1;host=x, for=10.2.3.4 | 192.0.2.1",
            "for=192.0.2.1, for=_hidden | 10.0.0.1", "proto=https | 10.0.0.1"})
    void reads_the_standard_header_alike(String header, String client) {
        assertThat(client(PROXY, "Forwarded", header)).isEqualTo(client);
    }

    @Test
    void believes_nobody_else() {
        assertThat(client("192.0.2.7", "X-Forwarded-For", "192.0.2.1")).isEqualTo("192.0.2.7");
        assertThat(
                new ForwardedFor(List.of()).client(InetAddress.ofLiteral(PROXY), headers("Forwarded", "for=1.1.1.1")))
                .isEqualTo(InetAddress.ofLiteral(PROXY));
    }

    @Test
    void reads_a_header_that_comes_twice_in_its_order() {
        HttpHeaders headers = headers("X-Forwarded-For", "192.0.2.9");
        headers.add("X-Forwarded-For", "192.0.2.1");

        assertThat(forwarded.client(InetAddress.ofLiteral(PROXY), headers).getHostAddress()).isEqualTo("192.0.2.1");
    }

    /** One of them may be the client's own, passed on by a proxy that writes the other. */
    @Test
    void believes_two_headers_when_they_agree() {
        HttpHeaders headers = headers("X-Forwarded-For", "192.0.2.1");
        headers.add("Forwarded", "for=192.0.2.1");
        assertThat(forwarded.client(InetAddress.ofLiteral(PROXY), headers).getHostAddress()).isEqualTo("192.0.2.1");

        headers.set("Forwarded", "for=192.0.2.2");
        assertThat(forwarded.client(InetAddress.ofLiteral(PROXY), headers).getHostAddress()).isEqualTo(PROXY);
    }

    private String client(String peer, String header, String value) {
        String address = forwarded.client(InetAddress.ofLiteral(peer), headers(header, value)).getHostAddress();
        // As people write it.
        return address.replaceFirst("(:0)+:", "::");
    }

    private static HttpHeaders headers(String name, String value) {
        HttpHeaders headers = new HttpHeaders();
        headers.add(name, value);
        return headers;
    }
}
