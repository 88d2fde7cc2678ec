package dev.csai.chat.installation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.DnsStub;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class InstallationCheckIT {

    private static final TestApp app = TestApp.shared();
    private static final PageServer site = new PageServer();
    private static final String WELL = "reached html tag-found own-host key-known origin-allowed policy-open";

    private final Owner owner = Owner.of(app);
    private final Answer key = owner
            .make("{\"name\": \"Site\", \"kind\": \"publishable\", \"allowedOrigins\": [\"%s\"]}"
                    .formatted(site.origin()));
    private final String tag = tag(key.text("/key"));

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void a_page_with_the_code_is_found_to_work_and_nothing_is_told_of_its_text() {
        String marker = "marker" + Ids.next();
        Answer answer = check(site.page("/well", "<title>" + marker + "</title>" + tag + "<p>" + marker));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).isEqualTo("""
                {"origin":"%s","installed":true,"status":200,"keyId":"%s","findings":[%s]}""".formatted(site.origin(),
                key.text("/id"), String.join(",", List.of(WELL.split(" ")).stream()
                        .map(code -> "{\"code\":\"" + code + "\",\"severity\":\"ok\"}").toList())));
    }

    @Test
    void a_page_on_which_it_does_not_work_is_told_why_in_order() {
        Answer answer = check(site.page("/ill", tag.replace("csai.test", "csai.example") + tag,
                "Content-Security-Policy", "connect-src 'none'"));

        assertThat(answer.json().at("/installed").asBoolean()).isFalse();
        assertThat(answer.json().at("/findings").valueStream()
                .map(finding -> finding.at("/severity").asString() + " " + finding.at("/code").asString()))
                .containsExactly("ok reached", "ok html", "ok tag-found", "warning several-tags", "error other-host",
                        "ok key-known", "ok origin-allowed", "error policy-blocks-connection");
    }

    @Test
    void keys_are_judged_as_the_door_judges_them() {
        String revoked = owner.make("{\"name\": \"Old\", \"kind\": \"publishable\"}").text("/key");
        String replaced = owner.make("{\"name\": \"Older\", \"kind\": \"publishable\"}").text("/key");
        revoke(revoked);
        rotate(replaced);

        assertThat(codes(check(site.page("/revoked", tag(revoked))))).contains(" key-revoked ");
        assertThat(codes(check(site.page("/replaced", tag(replaced))))).contains(" key-expiring origin-missing ");
        assertThat(codes(check(site.page("/secret", tag(owner.secret("tenant:read")))))).contains(" key-secret ");
        assertThat(codes(check(site.page("/long", tag("pk_" + "x".repeat(10_000)))))).contains(" key-unknown ");
    }

    @Test
    void another_tenants_key_is_like_one_that_never_was() {
        String theirs = Owner.of(app).make("{\"name\": \"Site\", \"kind\": \"publishable\"}").text("/key");
        String never = theirs.substring(0, theirs.length() - 1) + (theirs.endsWith("A") ? 'B' : 'A');

        Answer foreign = check(site.page("/foreign", tag(theirs)));
        Answer unknown = check(site.page("/unknown", tag(never)));

        assertThat(codes(foreign)).contains(" key-unknown ");
        assertThat(foreign.response().body()).isEqualTo(unknown.response().body());
    }

    @Test
    void redirects_are_followed_and_the_origin_at_their_end_counts() {
        site.page("/end", tag);
        URI elsewhere = URI.create("http://localhost:" + site.port() + "/end");

        assertThat(codes(check(site.redirect("/within", "end#part")))).isEqualTo(WELL);
        assertThat(codes(check(site.redirect("/whole", elsewhere.toString())))).isEqualTo(WELL);
        try (PageServer other = new PageServer()) {
            Answer moved = check(other.redirect("/", site.origin() + "/end"));
            assertThat(codes(moved)).isEqualTo(WELL.replace("reached", "reached redirected"));
            assertThat(moved.text("/origin")).isEqualTo(site.origin());
        }
        assertThat(codes(check(site.redirect("/circle", "/circle")))).isEqualTo("unreachable");
        assertThat(codes(check(site.redirect("/nowhere", "http://[")))).isEqualTo("unreachable");
    }

    @Test
    void addresses_are_read_as_browsers_read_them() {
        site.page("/shop/page", tag);
        site.page("/חנות/דף", tag);
        String hebrew = new String("/חנות/דף?מ=1".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(codes(check(site.origin() + "/חנות/דף?מ=1#כאן"))).isEqualTo(WELL);
        assertThat(codes(check(site.redirect("/utf-8", hebrew)))).isEqualTo(WELL);
        assertThat(codes(check(site.redirect("/up", "../../shop/page?a[]=1|2")))).isEqualTo(WELL);
        assertThat(codes(check("https://דוגמה.example/"))).isEqualTo("unreachable");
    }

    @Test
    void nobody_is_asked_inside_neither_at_once_nor_after_a_redirect() {
        DnsStub.shared().addresses("inside.example", "127.0.0.1");
        String inside = "http://inside.example:" + site.port() + "/end";
        DnsStub.shared().addresses("tools.internal", "127.0.0.1");
        String forTools = inside.replace("inside.example", "tools.internal");
        int visits = site.visited().size();

        for (String address : List.of(inside, inside.replace("http", "https"), forTools,
                "http://127.0.0.1:" + site.port() + "/", "http://169.254.169.254/latest/meta-data/",
                "https://nobody.example", "http://localhost:1/")) {
            assertThat(codes(check(address))).as(address).isEqualTo("unreachable");
        }
        assertThat(site.visited()).hasSize(visits);
        assertThat(codes(check(site.redirect("/to-metadata", "http://169.254.169.254/latest/meta-data/"))))
                .isEqualTo("unreachable");
        assertThat(codes(check(site.redirect("/to-inside", inside)))).isEqualTo("unreachable");
        assertThat(codes(check(site.redirect("/to-file", "file:///etc/passwd")))).isEqualTo("unreachable");
        assertThat(site.visited().subList(visits, site.visited().size()))
                .containsExactly("/to-metadata", "/to-inside", "/to-file");
    }

    @Test
    void hostile_pages_are_read_so_far_and_no_further() throws IOException {
        assertThat(codes(check(site.endless("/endless", tag)))).isEqualTo(WELL.replace("html", "html cut-short"));
        assertThat(codes(check(site.endless("/empty", "<p>")))).isEqualTo("reached html cut-short tag-missing");
        assertThat(codes(check(site.bytes("/bomb", bomb(), "Content-Encoding", "gzip")))).isEqualTo("reached not-html");
        assertThat(codes(check(site.page("/charset", tag, "Content-Type", "text/html; charset=klingon"))))
                .isEqualTo(WELL);
        assertThat(codes(check(site.page("/utf-16", tag, "Content-Type", "text/html; charset=utf-16"))))
                .isEqualTo("reached html tag-missing");
        assertThat(codes(check(site.page("/pdf", tag, "Content-Type", "application/pdf"))))
                .isEqualTo("reached not-html");
        Answer gone = check(site.origin() + "/gone");
        assertThat(codes(gone)).isEqualTo("reached bad-status");
        assertThat(gone.json().at("/status").asInt()).isEqualTo(404);
    }

    @Test
    void leaves_nothing_behind() {
        String rows = "select (select count(*) from chat.audit_entries where tenant_id = '%1$s') || ' ' || "
                + "(select count(*) from public.told where tenant_id = '%1$s') || ' ' || "
                + "(select count(*) from chat.conversations where tenant_id = '%1$s')";
        List<String> before = app.rows(rows.formatted(owner.tenant()));

        check(site.page("/left", tag));

        assertThat(app.rows(rows.formatted(owner.tenant()))).isEqualTo(before);
    }

    @Test
    void a_tenant_has_so_many_pages_checked_a_minute_and_another_is_not_held_up() {
        Owner other = Owner.of(app);
        for (int i = 0; i < InstallationCheck.PER_MINUTE; i++) {
            assertThat(check("http://localhost:1/").status()).isEqualTo(200);
        }

        Answer refused = check("http://localhost:1/");

        assertThat(refused.problem()).isEqualTo("rate-limited");
        assertThat(refused.header("Retry-After")).isPresent();
        assertThat(other.call("POST", "/v1/tenant/widget/installation-check")
                .json("{\"url\": \"http://localhost:1/\"}").send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                        | required
            {"url": " "}                              | required
            {"url": "shop.example"}                   | malformed
            {"url": "ftp://shop.example"}             | malformed
            {"url": "https://"}                       | malformed
            {"url": "https://a b"}                    | malformed
            {"url": "https://u:p@shop.example"}       | malformed
            {"url": "javascript:alert(1)"}            | malformed
            {"url": "file:///etc/passwd"}             | malformed
            {"url": 5}                                | wrong-type
            """)
    void refuses_what_is_no_address_of_a_page(String body, String code) {
        Answer answer = owner.call("POST", "/v1/tenant/widget/installation-check").json(body).send();

        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/url");
        assertThat(answer.text("/errors/0/code")).isEqualTo(code);
    }

    private Answer check(String url) {
        return owner.call("POST", "/v1/tenant/widget/installation-check").json("{\"url\": \"" + url + "\"}").send();
    }

    private static String codes(Answer answer) {
        return String.join(" ", answer.json().at("/findings").valueStream().map(finding -> finding.at("/code"))
                .map(JsonNode::asString).toList());
    }

    private static String tag(String key) {
        return "<script async src=\"https://csai.test/widget.js\" data-api-key=\"" + key + "\"></script>";
    }

    private String idOf(String text) {
        return app.rows("select id from chat.api_keys where key_text = '" + text + "'").getFirst();
    }

    private void revoke(String text) {
        owner.call("DELETE", "/v1/api-keys/" + idOf(text)).send();
    }

    private void rotate(String text) {
        owner.call("POST", "/v1/api-keys/" + idOf(text) + "/rotate").json("{\"overlapMinutes\": 60}").send();
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                gzip.write(zeros);
            }
        }
        return packed.toByteArray();
    }
}
