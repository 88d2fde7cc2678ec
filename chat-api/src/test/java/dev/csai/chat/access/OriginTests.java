package dev.csai.chat.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTests {

    private static final List<String> SHOP = List.of("https://shop.example");
    private static final Optional<Origin> OWN = Origin.of(URI.create("http://localhost:8080/v1/chat/messages"), null);

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "https://SHOP.example", "https://shop.example:443"})
    void admits_a_listed_origin_however_it_is_spelled(String origin) {
        assertThat(Origin.mayUse(origin, SHOP, OWN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://shop.example", "https://shop.example:8443", "https://www.shop.example",
            "https://shop.example.evil.example", "https://evilshop.example", "https://shop.example@evil.example",
            "https://shop.example/", "https://shop.example?x", "null", "", "file://", "https://", "shop.example",
            "https://shop.example, https://evil.example", "javascript:alert(1)", "*"})
    void refuses_every_other_origin(String origin) {
        assertThat(Origin.mayUse(origin, SHOP, OWN)).isFalse();
    }

    @Test
    void a_key_without_origins_serves_the_servers_own_pages_only() {
        assertThat(Origin.mayUse("http://localhost:8080", List.of(), OWN)).isTrue();
        assertThat(Origin.mayUse("http://localhost:8081", List.of(), OWN)).isFalse();
        assertThat(Origin.mayUse("https://localhost:8080", List.of(), OWN)).isFalse();
    }

    @Test
    void a_star_admits_even_the_opaque_origin() {
        assertThat(Origin.mayUse("null", List.of("*"), OWN)).isTrue();
    }

    @Test
    void an_entry_that_is_not_an_origin_admits_nothing() {
        assertThat(Origin.mayUse("null", List.of("null", "", "example"), Optional.empty())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"http://chat.example/x,,http,80", "http://chat.example/x,https,https,443",
            "http://chat.example:8080/x,https,https,8080"})
    void its_own_scheme_is_the_one_the_proxy_in_front_was_asked_with(URI uri, String forwarded, String scheme,
            int port) {
        assertThat(Origin.of(uri, forwarded)).contains(new Origin(scheme, "chat.example", port));
    }
}
