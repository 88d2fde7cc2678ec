package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The front end's own live tests, which drive Chromium against a running platform. */
final class LiveSpecs {

    private static final Duration LIMIT = Duration.ofMinutes(8);

    private LiveSpecs() {}

    /** Runs them all and fails with what they said unless each has passed. */
    static void pass(String script, Platform platform, Map<String, String> environment)
            throws IOException, InterruptedException {
        // By platform too: the same specs may be running against another one.
        Path results = Files.createDirectories(Path.of("target", "browser", script.replace(':', '-'),
                platform.getClass().getSimpleName()).toAbsolutePath());
        Path output = results.resolve("specs.log");
        ProcessBuilder tests = new ProcessBuilder("npm", "run", "--silent", script)
                .directory(frontend().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        tests.environment().put("CSAI_URL", platform.base().toString());
        tests.environment().put("CSAI_SCREENSHOTS", results.toString());
        tests.environment().put("CSAI_TRACES", results.resolve("traces").toString());
        if (platform instanceof ProductionPlatform) {
            // The whole browser has been through the same on the other platform.
            tests.environment().put("CSAI_IN_SHELL", "true");
        }
        tests.environment().putAll(environment);
        Process process = tests.start();
        boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        String log = Files.readString(output);
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
