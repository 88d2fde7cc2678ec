package dev.csai.chat.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecutionStreamIT {

    private static final Duration TOKEN_LIFE = Duration.ofSeconds(12);
    private static final TestApp app = TestApp
            .start(Map.of("csai.identity.access-token-life", TOKEN_LIFE.toSeconds() + "s"));
    private static final String TOKEN = operator();

    private final JobRows rows = new JobRows(app, app.tenant(100_000), System.nanoTime() / 1000);

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void leave() {
        client.shutdownNow();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void tells_the_present_then_each_change_and_ends_with_the_token() {
        UUID document = rows.document("menu.pdf", "");
        String id = rows.execution(document, "STARTED");
        Iterator<String> lines = open("");
        List<String> present = linesUntil(lines, "\"status\":\"STARTED\"");
        assertThat(present).contains("event:execution");
        assertThat(present.getLast()).contains("\"id\":\"" + id + "\"", "\"steps\":[{\"name\":\"extract\"");

        rows.change(id, "COMPLETED");

        assertThat(linesUntil(lines, "\"id\":\"" + id + "\"").getLast()).contains("\"status\":\"COMPLETED\"");
        List<String> rest = new ArrayList<>();
        lines.forEachRemaining(rest::add);
        assertThat(rest).noneMatch(line -> line.startsWith("event:"))
                .contains(":this stream ends here; open another with a valid token");
    }

    @Test
    void a_listener_that_comes_back_is_told_what_ended_meanwhile() {
        String id = rows.execution(rows.document("menu.pdf", ""), "COMPLETED");
        app.sql("update ingest.batch_job_execution set end_time = timestamptz '%s' - interval '20 min' where job_execution_id = %s"
                .formatted(app.clock.instant(), id.substring("ingest-".length())));
        long left = app.clock.instant().minus(Duration.ofMinutes(30)).toEpochMilli();
        assertThat(linesUntil(open(Long.toString(left)), "\"id\":\"" + id + "\"")).isNotEmpty();
    }

    @Test
    void no_more_listen_at_once_than_the_stream_has_room_for() {
        for (int listener = 0; listener < ExecutionStream.MOST_LISTENERS; listener++) {
            open("");
        }

        Answer refused = app.get("/v1/admin/job-executions/events").token(TOKEN).send();

        assertThat(refused.problem()).isEqualTo("rate-limited");
        assertThat(refused.header("Retry-After")).contains("30");
    }

    /** Waits for room, since those who listened in the test before leave in their own time. */
    private Iterator<String> open(String lastEventId) {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create(app.origin() + "/v1/admin/job-executions/events"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Accept", "text/event-stream")
                .timeout(Duration.ofSeconds(30));
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> client.send(request.build(), HttpResponse.BodyHandlers.ofLines()),
                        response -> response.statusCode() == 200)
                .body()
                .iterator();
    }

    private static List<String> linesUntil(Iterator<String> lines, String wanted) {
        List<String> read = new ArrayList<>();
        while (lines.hasNext()) {
            read.add(lines.next());
            if (read.getLast().contains(wanted)) {
                return read;
            }
        }
        throw new AssertionError(wanted + " is not in " + read);
    }

    private static String operator() {
        String email = TestApp.newEmail();
        app.seed.person("Operator", email, TestApp.PASSWORD, true);
        return app.token(email);
    }
}
