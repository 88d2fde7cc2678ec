package dev.csai.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** The whole of it in a JVM of its own, since it ends the JVM it runs in. */
@Order(4)
class StandaloneIT {

    private static final String PASSWORD = "a-password-of-tests";
    private static final String READY = "Ctrl-C stops it.";
    private static final String READING = "The demo's documents are being read; its assistant answers from them in a moment.";
    private static final String READ = "The demo's 10 documents are read; its assistant answers from them.";

    @TempDir
    Path data = Path.of("");

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void starts_survives_a_hard_kill_and_stops_in_order() throws Exception {
        int port = TestPorts.next();
        Process first = start(port);
        assertThat(readUntil(first, READY)).contains("  owner@demo.csai.local    " + PASSWORD, READING);
        readUntil(first, READ);
        assertThat(ask(port, "What are your opening hours on Friday?")).contains("11:00 to 15:30");
        assertThat(health(port)).contains("\"status\":\"UP\"");
        assertThat(demoKey(port)).startsWith("pk_");

        Process second = start(TestPorts.next());
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(second.errorReader(StandardCharsets.UTF_8).readLine()).isEqualTo("CSAI is already running on "
                + data.toAbsolutePath() + "; stop it first, or set CSAI_DATA to another folder.");

        List<ProcessHandle> servers = first.descendants().toList();
        String key = demoKey(port);
        first.destroyForcibly().waitFor();
        awaitEnds(servers);

        Process third = start(port);
        assertThat(readUntil(third, READY)).noneMatch(line -> line.contains("owner@demo.csai.local"))
                .doesNotContain(READING);
        assertThat(demoKey(port)).isEqualTo(key);
        List<ProcessHandle> others = third.descendants().toList();
        third.destroy();
        assertThat(third.waitFor(30, TimeUnit.SECONDS)).isTrue();
        awaitEnds(others);
    }

    /** What a parent has ended is seen to end a moment later. */
    private static void awaitEnds(List<ProcessHandle> processes) throws Exception {
        for (ProcessHandle process : processes) {
            process.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    private Process start(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), Standalone.class.getName());
        builder.environment().put("CSAI_DATA", data.toString());
        builder.environment().put("CSAI_PORT", Integer.toString(port));
        builder.environment().put("CSAI_DEMO_PASSWORD", PASSWORD);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static List<String> readUntil(Process process, String last) throws IOException {
        List<String> lines = new ArrayList<>();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.equals(last)) {
                return lines;
            }
        }
        String errors = String.join("\n", process.errorReader(StandardCharsets.UTF_8).lines().toList());
        throw new AssertionError("did not say \"" + last + "\": " + lines + "\n" + errors);
    }

    private static @Nullable String health(int port) {
        return RestClient.create("http://localhost:" + port).get().uri("/actuator/health").retrieve()
                .body(String.class);
    }

    private static @Nullable String ask(int port, String question) {
        return RestClient.create("http://localhost:" + port).post().uri("/v1/chat/messages")
                .header("X-API-Key", demoKey(port)).contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .body(Map.of("clientMessageId", UUID.randomUUID(), "text", question))
                .retrieve().body(String.class);
    }

    private static String demoKey(int port) {
        String config = RestClient.create("http://localhost:" + port).get().uri("/demo/config.json").retrieve()
                .body(String.class);
        return String.valueOf(config).replaceFirst(".*\"apiKey\":\"([^\"]*)\".*", "$1");
    }
}
