package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The demo page in Chromium, in English and Hebrew, on a desktop and a phone: the front end's own live tests. */
class BrowserIT {

    private static final Duration INGESTION = Duration.ofMinutes(3);
    private static final Duration LIMIT = Duration.ofMinutes(8);

    @Test
    void a_visitor_of_the_demo_page_sees_proven_answers() throws IOException, InterruptedException {
        Platform platform = Platforms.standalone();
        Tenant demo = platform.demo();
        await("the demo's documents").atMost(INGESTION).pollInterval(Duration.ofSeconds(1))
                .until(() -> demo.owner().documents(), all -> !all.isEmpty()
                        && all.stream().allMatch(document -> document.status().equals("completed")));
        Path results = Files.createDirectories(Path.of("target", "browser"));
        ProcessBuilder tests = new ProcessBuilder("npm", "run", "--silent", "e2e:live")
                .directory(frontend().toFile())
                .redirectErrorStream(true)
                .redirectOutput(results.resolve("live.log").toFile());
        tests.environment().put("CSAI_URL", platform.base().toString());
        tests.environment().put("CSAI_SCREENSHOTS", results.toAbsolutePath().toString());
        Process process = tests.start();
        boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        String log = Files.readString(results.resolve("live.log"));
        assertThat(ended).as(log).isTrue();
        assertThat(process.exitValue()).as(log).isZero();
        assertThat(log).contains(" passed").doesNotContain(" skipped");
    }

    private static Path frontend() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            if (Files.exists(folder.resolve("frontend/package.json"))) {
                return folder.resolve("frontend");
            }
            folder = folder.getParent();
        }
        throw new IllegalStateException("the front end is not beside this module");
    }
}
