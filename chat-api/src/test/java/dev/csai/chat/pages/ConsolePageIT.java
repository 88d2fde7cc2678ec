package dev.csai.chat.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's page and files, of which the test resources hold one each. */
class ConsolePageIT {

    private static final TestApp app = TestApp.shared();

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/console/", "/console/knowledge",
            "/console/jobs/ingestDocument/17?status=FAILED",
            "/console/knowledge/0192d3a0-0000-7000-8000-000000000001"})
    void every_address_of_the_console_is_its_page(String path) {
        Answer answer = app.get(path).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("text/html");
        assertThat(answer.header("Cache-Control")).contains("no-cache");
        assertThat(answer.response().body()).contains("<title>Console</title>");
    }

    @Test
    void the_page_may_run_and_show_only_what_the_server_itself_sends() {
        assertThat(app.get("/console/try-it").send().header("Content-Security-Policy"))
                .contains("default-src 'self'; img-src 'self' data: https:; object-src 'none'; base-uri 'none'; "
                        + "form-action 'self'; frame-ancestors 'none'");
    }

    @Test
    void the_preview_of_the_widget_reaches_nobody_and_is_framed_by_the_console_alone() {
        Answer answer = app.get("/widget/preview").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("text/html");
        assertThat(answer.header("Cache-Control")).contains("no-cache");
        assertThat(answer.header("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'; script-src 'self'; "
                + "style-src 'self'; img-src 'self' data: https: http:; connect-src 'none'; base-uri 'none'; "
                + "form-action 'none'; frame-ancestors 'self'");
        assertThat(answer.response().body()).contains("<title>Preview</title>");
        assertThat(app.get("/console/preview.html").send().header("X-Frame-Options")).contains("DENY");
    }

    @Test
    void a_file_whose_name_holds_its_hash_is_kept_for_ever() {
        Answer answer = app.get("/console/assets/index-0a1b2c3d.js").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("text/javascript");
        assertThat(answer.header("Cache-Control")).contains("max-age=31536000, public, immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/assets/index-00000000.js", "/console/assets/", "/console/assets"})
    void a_file_that_is_gone_is_not_mistaken_for_a_room(String path) {
        assertThat(app.get(path).send().problem()).isEqualTo("not-found");
    }

    @Test
    void a_page_is_read_and_nothing_else() {
        assertThat(app.post("/console/knowledge").send().problem()).isEqualTo("method-not-allowed");
    }
}
