package dev.csai.standalone.acceptance;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The demo page in Chromium, in English and Hebrew, on a desktop and a phone. */
class BrowserIT {

    Platform platform() {
        return Platforms.standalone();
    }

    @Test
    void a_visitor_of_the_demo_page_sees_proven_answers() throws IOException, InterruptedException {
        platform().readyDemo();
        LiveSpecs.pass("e2e:live", platform(), Map.of());
    }
}
