package dev.csai.chat.installation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Origin;
import dev.csai.chat.egress.FetchedPage;
import dev.csai.chat.installation.TenantFacts.Facts;
import dev.csai.chat.installation.TenantFacts.PageKey;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;

/** A corpus of pages at https://shop.example, and what is found in them after they were reached. */
class JudgingTests {

    private static final URI OURS = URI.create("https://csai.test/widget.js");
    private static final Origin SHOP = Origin.parse("https://shop.example").orElseThrow();
    private static final String TAG = "<script async src='https://csai.test/widget.js' data-api-key='pk_mine'></script>";
    private static final String WELL = "tag-found own-host key-known origin-allowed policy-open";
    private static final List<String> ALLOWED = List.of("https://shop.example");
    private static final Map<String, PageKey> KEYS = Map.of(
            "pk_mine", new PageKey(UUID.randomUUID(), ALLOWED, false, false),
            "pk_any", new PageKey(UUID.randomUUID(), List.of("*"), false, false),
            "pk_new", new PageKey(UUID.randomUUID(), List.of(), false, false),
            "pk_elsewhere", new PageKey(UUID.randomUUID(), List.of("https://www.shop.example"), false, false),
            "pk_ending", new PageKey(UUID.randomUUID(), ALLOWED, false, true),
            "pk_revoked", new PageKey(UUID.randomUUID(), ALLOWED, true, true));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            TAG                                                                          | WELL
            <html><head><title>Shop</title>TAG</head><body>Hello</body></html>           | WELL
            <SCRIPT SRC=//csai.test/widget.js DATA-API-KEY=pk_mine></SCRIPT>             | WELL
            <script type=module src=https://csai.test/widget.js data-api-key=pk_mine></script> | WELL
            <script src=https://csai.test/widget/0a1b2c/widget.js data-api-key=pk_mine></script> | WELL
            <base href=https://csai.test/><script src=widget.js data-api-key=pk_mine></script>  | WELL
            <script src=https://CSAI.test:443/widget.js data-api-key=' pk_mine '></script> | WELL
            <script src=https://csai.test/widget.js data-api-key=pk_any></script>        | WELL
            <div><div><p>Unclosed TAG                                                    | WELL
            <!-- TAG --><pre>data-api-key widget.js</pre>TAG                             | WELL
            <p>Hello                                                                     | tag-missing
            ``                                                                           | tag-missing
            <script src=https://widgets.example/widget.js></script>                      | tag-missing
            <script src=https://csai.test/other.js data-api-key=pk_mine></script>        | tag-missing
            <script>document.write('nothing')</script>                                   | tag-missing
            <!-- TAG -->                                                                 | tag-in-comment
            <!--[if IE]>TAG<![endif]-->                                                  | tag-in-comment
            <body><noscript>TAG</noscript>                                               | tag-in-noscript
            <head><noscript>TAG</noscript></head>                                        | tag-in-noscript
            <template>TAG</template>                                                     | tag-in-template
            <p>&lt;script src="https://csai.test/widget.js" data-api-key="pk_mine"&gt;   | tag-as-text
            <textarea>TAG</textarea>                                                     | tag-as-text
            <script type=text/plain src=https://csai.test/widget.js data-api-key=pk_mine></script> | tag-not-run
            <script nomodule src=https://csai.test/widget.js data-api-key=pk_mine></script> | tag-not-run
            TAGTAG | tag-found several-tags own-host key-known origin-allowed policy-open
            <script src=https://other.example/widget.js data-api-key=pk_mine></script> | tag-found other-host key-known origin-allowed policy-open
            <script src=/widget.js data-api-key=pk_mine></script>            | tag-found other-host key-known origin-allowed policy-open
            <script src=https://csai.test:8443/widget.js data-api-key=pk_mine></script> | tag-found other-host key-known origin-allowed policy-open
            <script src=https://csai.test/widget.js data-api-key=pk_mine data-api-base=https://other.example></script> | tag-found other-host key-known origin-allowed policy-open
            <script src=http://csai.test/widget.js data-api-key=pk_mine></script> | tag-found mixed-content key-known origin-allowed policy-open
            <script src=https://csai.test/widget.js></script>                      | tag-found own-host key-missing policy-open
            <script src=https://csai.test/widget.js data-api-key=''></script>      | tag-found own-host key-missing policy-open
            <script src=https://csai.test/widget.js data-api-key=sk_ours></script> | tag-found own-host key-secret policy-open
            <script src=https://csai.test/widget.js data-api-key=pk_not></script>  | tag-found own-host key-unknown policy-open
            <script src=https://csai.test/widget.js data-api-key=pk_revoked></script> | tag-found own-host key-revoked policy-open
            <script src=https://csai.test/widget.js data-api-key=pk_ending></script> | tag-found own-host key-expiring origin-allowed policy-open
            <script src=https://csai.test/widget.js data-api-key=pk_elsewhere></script> | tag-found own-host key-known origin-missing policy-open
            <script src=https://csai.test/widget.js data-api-key=pk_new></script> | tag-found own-host key-known origin-missing policy-open
            """)
    void finds_the_code_and_what_is_wrong_with_it(String html, String expected) {
        assertThat(found(page(html.replace("TAG", TAG)))).isEqualTo("reached html " + expected.replace("WELL", WELL));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            default-src 'self'                                        | script connection image
            default-src 'none'                                        | script connection image
            default-src *                                             |
            default-src https:                                        |
            default-src http:                                         |
            default-src data:                                         | script connection image
            Default-Src 'SELF' HTTPS://CSAI.TEST; img-src *           |
            script-src https://csai.test; connect-src https://csai.test; img-src https://img.example |
            script-src 'self' csai.test                               |
            script-src csai.test:*                                    |
            script-src http://csai.test                               |
            script-src http://csai.test:80                            |
            script-src https://csai.test:443                          |
            script-src https://csai.test:8443                         | script
            script-src https://*.test                                 |
            script-src https://*.csai.test                            | script
            script-src https://evilcsai.test                          | script
            script-src https://csai.test/widget.js                    |
            script-src https://csai.test/                             |
            script-src https://csai.test/widget/                      | script
            script-src 'nonce-n1'                                     |
            script-src 'nonce-n2'                                     | script
            script-src 'strict-dynamic' https://csai.test             | script
            script-src 'strict-dynamic' 'nonce-n1'                    |
            script-src 'unsafe-inline' 'unsafe-eval'                  | script
            script-src-elem 'none'; script-src *                      | script
            script-src                                                | script
            script-src *; script-src 'none'                           |
            connect-src 'self'                                        | connection
            img-src 'self' https://csai.test                          | image
            default-src *, script-src 'none'                          | script
            sandbox                                                   | script
            sandbox allow-scripts allow-same-origin                   |
            ;; upgrade-insecure-requests ;                            |
            """)
    void reads_the_pages_policy_from_its_header_and_from_itself(String policy, String blocked) {
        String tag = TAG.replace("async", "nonce=n1");
        String expected = "reached html tag-found own-host key-known origin-allowed " + (blocked == null
                ? "policy-open"
                : blocked.lines().flatMap(all -> List.of(all.split(" ")).stream()).map(what -> "policy-blocks-" + what)
                        .collect(Collectors.joining(" ")));

        assertThat(found(page(tag, "Content-Security-Policy", policy))).isEqualTo(expected);
        if (!policy.contains("sandbox")) {
            assertThat(found(page("<head><meta http-equiv=content-security-policy content=\"" + policy + "\">" + tag)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_policy_that_only_reports_and_a_logo_of_nobody_hinder_nothing() {
        assertThat(found(page(TAG, "Content-Security-Policy-Report-Only", "default-src 'none'")))
                .endsWith("policy-open");
        FetchedPage page = page(TAG, "Content-Security-Policy", "img-src 'none'");
        assertThat(found(page, new Facts(null, Optional.ofNullable(KEYS.get("pk_mine"))))).endsWith("policy-open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/html; charset=nonsense", "text/html; charset=\"b a d\"",
            "text/html; charset=windows-1255", "TEXT/HTML;charset=UTF-8", "application/xhtml+xml"})
    void html_is_read_whatever_it_calls_its_characters(String type) {
        assertThat(found(page(TAG, "Content-Type", type))).isEqualTo("reached html " + WELL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "windows-1255", "UTF-8"})
    void characters_are_read_as_the_header_says(String charset) {
        String html = "<title>חנות</title>" + TAG;
        assertThat(
                found(page(html.getBytes(Charset.forName(charset)), "Content-Type", "text/html; charset=" + charset)))
                .isEqualTo("reached html " + WELL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Content-Type     | application/pdf
            Content-Type     | image/svg+xml
            Content-Type     | text/plain; charset=utf-8
            Content-Encoding | gzip
            """)
    void what_is_no_page_is_not_read(String header, String value) {
        assertThat(found(page(TAG, header, value))).isEqualTo("reached not-html");
    }

    @Test
    void deep_and_broken_pages_come_to_an_end() {
        assertThat(found(page("<div>".repeat(100_000) + TAG))).startsWith("reached html tag-");
        assertThat(found(page("<!-- widget.js data-api-key -->".repeat(15_000)))).isEqualTo("reached html tag-missing");
        assertThat(found(page("<" + "a b='".repeat(80_000)))).isEqualTo("reached html tag-missing");
        assertThat(found(page("\0\uFFFD<script src='https://[' data-api-key=pk_mine></script>")))
                .isEqualTo("reached html tag-missing");
    }

    private static FetchedPage page(String html, String... headers) {
        return page(html.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static FetchedPage page(byte[] body, String... header) {
        HttpHeaders headers = new HttpHeaders();
        if (header.length > 0) {
            headers.add(header[0], header[1]);
        }
        return new FetchedPage(URI.create("https://shop.example/a/b"), 200, headers, new ByteArrayResource(body),
                false);
    }

    private static String found(FetchedPage page) {
        String logo = "https://img.example/logo.png";
        if (!PageReading.isHtml(page)) {
            return found(page, new Facts(logo, Optional.empty()));
        }
        Optional<PageKey> key = PageReading.of(page, OURS).tags().stream()
                .flatMap(tag -> Optional.ofNullable(KEYS.get(tag.key())).stream()).findFirst();
        return found(page, new Facts(logo, key));
    }

    private static String found(FetchedPage page, Facts facts) {
        Judging judging = new Judging(OURS, SHOP, page);
        if (judging.isPage()) {
            PageReading reading = PageReading.of(page, OURS);
            judging.tag(reading).ifPresent(tag -> judging.compare(tag, reading, facts));
        }
        return Installation.of(SHOP, 200, null, judging.found()).findings().stream().map(Finding::code)
                .collect(Collectors.joining(" "));
    }
}
