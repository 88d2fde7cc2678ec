package dev.csai.chat.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import org.junit.jupiter.api.Test;

/** The script that every host page asks for, under a name that does not change with its content. */
class EmbedTagIT {

    private static final TestApp app = TestApp.shared();

    @Test
    void the_script_is_sent_again_only_when_it_has_changed() {
        Answer first = app.get("/widget.js").send();
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Cache-Control")).contains("max-age=300, public, stale-while-revalidate=86400");
        String tag = first.header("ETag").orElseThrow();

        Answer same = app.get("/widget.js").header("If-None-Match", tag).send();
        Answer changed = app.get("/widget.js").header("If-None-Match", "\"another\"").send();

        assertThat(same.status()).isEqualTo(304);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).contains(tag);
    }
}
