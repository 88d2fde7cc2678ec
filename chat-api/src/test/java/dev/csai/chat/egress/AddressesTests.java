package dev.csai.chat.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTests {

    @ParameterizedTest
    @CsvSource(delimiterString = "->", textBlock = """
            https://shop.example              -> https://shop.example
            HTTPS://Shop.Example:443/A        -> https://shop.example/A
            http://shop.example:8080/a?b#c    -> http://shop.example:8080/a?b
            https://דוגמה.example/דף?ש=1      -> https://xn--6dbbec0c.example/%D7%93%D7%A3?%D7%A9=1
            https://%D7%93%D7%95%D7%92%D7%9E%D7%94.example/%d7%93 -> https://xn--6dbbec0c.example/%d7%93
            https://shop.example/a b|100%|%zz -> https://shop.example/a%20b%7C100%25%7C%25zz
            https://shop.example/?a[]="1"&b=😀 -> https://shop.example/?a%5B%5D=%221%22&b=%F0%9F%98%80
            https://shop.example/a/../../b/./c -> https://shop.example/b/c
            https://u:p@shop.example/         -> https://u:p@shop.example/
            https://[2606:4700::1111]/        -> https://[2606:4700::1111]/
            """)
    void are_read_as_browsers_read_them(String text, String read) {
        assertThat(Addresses.parse(text)).hasValue(URI.create(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shop.example", "/a", "https://", "https://a b", "https://[", "https://a..b",
            "https://shop.example:99999", "ftp://shop.example", "javascript:alert(1)", "file:///etc/passwd",
            "https://\u05d0\u05b1a.example"})
    void lead_to_a_host_or_are_none(String text) {
        assertThat(Addresses.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "->", textBlock = """
            https://h.example/a/b?c -> ?lang=he         -> https://h.example/a/b?lang=he
            https://h.example       -> ?lang=he         -> https://h.example/?lang=he
            https://h.example       -> he               -> https://h.example/he
            https://h.example/a/b?c -> he#top           -> https://h.example/a/he
            https://h.example/a/b?c -> ../../../he      -> https://h.example/he
            https://h.example/a/b?c -> /he?d            -> https://h.example/he?d
            https://h.example/a/b?c -> //o.example/he   -> https://o.example/he
            https://h.example/a/b?c -> HTTP://O.example -> http://o.example
            https://h.example/a/b?c -> #top             -> https://h.example/a/b?c
            https://h.example:81/a/ -> ' a:b'           -> ''
            https://h.example:81/a/ -> './a:b'          -> https://h.example:81/a/a:b
            https://h.example:81/a/ -> /%D7%A9          -> https://h.example:81/%D7%A9
            https://h.example/      -> mailto:a@b.example -> ''
            """)
    void references_are_resolved_as_browsers_resolve_them(URI base, String reference, String leads) {
        assertThat(Addresses.resolve(base, reference).map(URI::toString).orElse("")).isEqualTo(leads);
    }
}
