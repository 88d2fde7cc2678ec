package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.csai.standalone.acceptance.Contract.Document;
import dev.csai.standalone.acceptance.Contract.Problem;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an operator sees of the jobs, and how failed work is done again. */
class JobsIT {

    private static final String EXECUTIONS = "/v1/admin/jobs/ingestDocument/executions";
    private static final int ATTEMPTS = 3;

    Platform platform() {
        return Platforms.standalone();
    }

    @Test
    void a_document_whose_bytes_were_missing_is_completed_when_an_operator_restarts_its_job() {
        Tenant shop = platform().newTenant("failing shop");
        Member operator = platform().operator();
        Document document = FailedIngestion.of(Shop.ENGLISH, platform(), shop);
        List<JsonNode> failed = executions(operator, document.id());
        assertThat(failed).hasSize(ATTEMPTS).allSatisfy(execution -> {
            assertThat(execution.path("status").asString()).isEqualTo("FAILED");
            assertThat(execution.path("failure").asString()).isEqualTo("The document's bytes are not in the store.");
            assertThat(execution.path("documentName").asString()).isEqualTo("bicycle-shop.txt");
            assertThat(execution.path("tenantId").asString()).isEqualTo(shop.id().toString());
        });
        assertThat(failed).extracting(execution -> execution.path("restartable").asBoolean())
                .containsExactly(true, false, false);
        String last = failed.getFirst().path("id").asString();
        restart(operator, failed.get(1)).expect(409);

        restart(operator, failed.getFirst()).expect(202);
        Document completed = await("completion after the restart").atMost(Duration.ofMinutes(2))
                .until(() -> shop.owner().document(document.id()), now -> now.status().equals("completed"));

        assertThat(completed.problem()).isNull();
        assertThat(shop.visitor().ask(Shop.ENGLISH_QUESTION).outcome()).isEqualTo("answered");
        List<JsonNode> after = await("the end of the execution").atMost(Duration.ofMinutes(1))
                .until(() -> executions(operator, document.id()),
                        now -> now.getFirst().path("status").asString().equals("COMPLETED"));
        assertThat(after).hasSize(ATTEMPTS + 1);
        assertThat(steps(operator, after.getFirst())).containsExactly("extract", "index", "activate", "dropOlder");
        assertThat(operator.post("/v1/admin/job-executions/" + last + "/restart", "").as(409, Problem.class).slug())
                .isEqualTo("conflict");
        assertThat(executions(operator, document.id())).hasSize(ATTEMPTS + 1);
    }

    @Test
    void a_deleted_document_is_not_brought_back() {
        Tenant shop = platform().newTenant("deleting shop");
        Member operator = platform().operator();
        Document document = FailedIngestion.of(Shop.ENGLISH, platform(), shop);
        JsonNode execution = executions(operator, document.id()).getFirst();

        shop.owner().delete(document.id()).expect(204);

        restart(operator, execution).expect(409);
    }

    @Test
    void an_operator_watches_an_execution_from_its_steps_to_its_end() {
        Tenant shop = platform().newTenant("watched shop");
        Member operator = platform().operator();
        try (Stream<String> lines = events(operator).body()) {
            Document document = shop.owner().upload(Shop.HEBREW);
            String end = "\"jobName\":\"ingestDocument\",\"status\":\"COMPLETED\"";
            // Reads no further than to the end it looks for.
            assertThat(lines.anyMatch(line -> line.contains(document.id().toString()) && line.contains(end))).isTrue();
        }
        JsonNode job = operator.get("/v1/admin/jobs").expect(200).json().at("/items/0");
        assertThat(job.path("name").asString()).isEqualTo("ingestDocument");
        assertThat(job.path("completed24h").asInt()).isPositive();
    }

    @Test
    void no_owner_sees_any_job() {
        Tenant shop = platform().newTenant("curious shop");

        assertThat(Stream.of("/v1/admin/jobs", EXECUTIONS, "/v1/admin/job-executions/ingest-1",
                "/v1/admin/job-executions/events").map(path -> shop.owner().get(path).status())).containsOnly(403);
        shop.owner().post("/v1/admin/job-executions/ingest-1/restart", "").expect(403);
    }

    /** Newest first, without that of the upload. */
    private static List<JsonNode> executions(Member operator, UUID document) {
        List<JsonNode> all = operator.get(EXECUTIONS + "?limit=200").expect(200).json().path("items").valueStream()
                .filter(execution -> execution.path("documentId").asString().equals(document.toString()))
                .toList();
        return all.subList(0, all.size() - 1);
    }

    private static List<String> steps(Member operator, JsonNode execution) {
        return operator.get("/v1/admin/job-executions/" + execution.path("id").asString()).expect(200).json()
                .path("steps").valueStream().map(step -> step.path("name").asString()).toList();
    }

    private static Reply restart(Member operator, JsonNode execution) {
        return operator.post("/v1/admin/job-executions/" + execution.path("id").asString() + "/restart", "");
    }

    private static HttpResponse<Stream<String>> events(Member operator) {
        return operator.http().open(operator.with("/v1/admin/job-executions/events")
                .header("Accept", "text/event-stream").build());
    }
}
