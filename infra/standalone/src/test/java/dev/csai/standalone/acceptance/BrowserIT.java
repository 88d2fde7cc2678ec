package dev.csai.standalone.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The demo page in Chromium, in English and Hebrew, on a desktop and a phone. */
class BrowserIT {

    private static final Duration INGESTION = Duration.ofMinutes(3);

    @Test
    void a_visitor_of_the_demo_page_sees_proven_answers() throws IOException, InterruptedException {
        Platform platform = Platforms.standalone();
        Tenant demo = platform.demo();
        await("the demo's documents").atMost(INGESTION).pollInterval(Duration.ofSeconds(1))
                .until(() -> demo.owner().documents(), all -> !all.isEmpty()
                        && all.stream().allMatch(document -> document.status().equals("completed")));
        LiveSpecs.pass("e2e:live", platform, Map.of());
    }
}
