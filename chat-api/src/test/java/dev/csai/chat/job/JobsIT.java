package dev.csai.chat.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JobsIT {

    private static final TestApp app = TestApp.shared();
    private static final String OPERATOR = operator();

    private final JobRows rows = new JobRows(app, app.tenant(100_000), 1);

    @BeforeEach
    void forget() {
        app.sql("truncate ingest.batch_job_instance, ingest.work cascade; truncate public.told");
    }

    @Test
    void a_job_that_never_ran_is_listed_too() {
        assertThat(get("/v1/admin/jobs").response().body()).isEqualTo("""
                {"items":[{"name":"ingestDocument","running":0,"failed24h":0,"completed24h":0}],"nextCursor":null}""");
    }

    @Test
    void a_job_tells_what_runs_and_what_came_of_the_last_day() {
        UUID document = rows.document("menu.pdf", "failed");
        List.of("STARTED", "STARTING", "STOPPING", "COMPLETED", "COMPLETED", "FAILED")
                .forEach(status -> rows.execution(document, status));
        app.sql("update ingest.batch_job_execution set end_time = end_time - interval '25 h' where job_execution_id = 4");

        JsonNode job = get("/v1/admin/jobs").json().at("/items/0");

        assertThat(job.at("/running").asInt()).isEqualTo(3);
        assertThat(job.at("/completed24h").asInt()).isEqualTo(1);
        assertThat(job.at("/failed24h").asInt()).isEqualTo(1);
        assertThat(job.at("/lastExecution/id").asString()).isEqualTo("ingest-6");
    }

    @Test
    void executions_come_newest_first_page_by_page_and_by_status() {
        UUID document = rows.document("menu.pdf", "");
        List.of("FAILED", "COMPLETED", "FAILED", "STARTED").forEach(status -> rows.execution(document, status));

        Answer first = get("/v1/admin/jobs/ingestDocument/executions?limit=3");
        assertThat(ids(first)).containsExactly("ingest-4", "ingest-3", "ingest-2");
        Answer second = get("/v1/admin/jobs/ingestDocument/executions?limit=3&cursor=" + first.text("/nextCursor"));
        assertThat(ids(second)).containsExactly("ingest-1");
        assertThat(second.json().at("/nextCursor").isNull()).isTrue();
        assertThat(ids(get("/v1/admin/jobs/ingestDocument/executions?status=FAILED")))
                .containsExactly("ingest-3", "ingest-1");
        assertThat(first.json().at("/items/0/steps").isMissingNode()).isTrue();
    }

    @Test
    void an_execution_tells_whose_it_is_its_steps_and_its_failure_without_internals() {
        UUID document = rows.document("menu.pdf", "failed");
        String id = rows.execution(document, "FAILED");

        Answer answer = get("/v1/admin/job-executions/" + id);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode execution = answer.json();
        assertThat(execution.at("/tenantId").asString()).isEqualTo(rows.tenant.toString());
        assertThat(execution.at("/documentId").asString()).isEqualTo(document.toString());
        assertThat(execution.at("/documentName").asString()).isEqualTo("menu.pdf");
        assertThat(execution.at("/durationMs").asLong()).isEqualTo(1500);
        assertThat(execution.at("/parameters/wish").asString()).isEqualTo("wish");
        assertThat(execution.at("/failure").asString()).isEqualTo("The step 'extract' failed; the log tells why.");
        assertThat(execution.at("/restartable").asBoolean()).isTrue();
        JsonNode step = execution.at("/steps/0");
        assertThat(List.of("readCount", "writeCount", "filterCount", "skipCount", "commitCount", "rollbackCount"))
                .extracting(count -> step.path(count).asInt())
                .containsExactly(2, 4, 3, 18, 1, 8);
        assertThat(answer.response().body()).doesNotContain("hunter2", "Exception", "Some.java");
    }

    @Test
    void a_restart_is_handed_on_with_the_name_of_who_asked() {
        String id = rows.execution(rows.document("menu.pdf", "failed"), "FAILED");

        Answer answer = restart(id);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.response().body()).isEqualTo("{\"id\":\"ingest-1\",\"accepted\":true}");
        assertThat(app.rows("select destination || ' ' || tenant_id from public.told"))
                .containsExactly("csai.job-restart-requested " + rows.tenant);
        assertThat(app.rows("select payload from public.told").getFirst())
                .contains("\"jobName\":\"ingestDocument\"", "\"executionId\":1", "\"requestedBy\":");
    }

    @ParameterizedTest
    @CsvSource({"STARTED,''", "COMPLETED,completed", "ABANDONED,failed", "FAILED,''", "FAILED,withdrawn"})
    void what_runs_is_done_or_goes_on_by_itself_is_not_restarted(String status, String workOutcome) {
        String id = rows.execution(rows.document("menu.pdf", workOutcome), status);

        assertThat(get("/v1/admin/job-executions/" + id).json().at("/restartable").asBoolean()).isFalse();
        assertThat(restart(id).problem()).isEqualTo("conflict");
        assertThat(app.rows("select payload from public.told")).isEmpty();
    }

    @Test
    void an_execution_of_a_dead_process_shows_as_started_and_can_be_restarted_once_its_work_was_given_up() {
        String id = rows.execution(rows.document("menu.pdf", "failed"), "STARTED");

        assertThat(get("/v1/admin/job-executions/" + id).text("/status")).isEqualTo("STARTED");
        assertThat(restart(id).status()).isEqualTo(202);
    }

    @Test
    void what_was_superseded_is_not_restarted() {
        UUID document = rows.document("menu.pdf", "failed");
        String older = rows.execution(document, "FAILED");
        String newer = rows.execution(document, "FAILED");

        assertThat(restart(older).problem()).isEqualTo("conflict");
        assertThat(restart(newer).status()).isEqualTo(202);
        rows.work(document, "a later wish", "completed");
        assertThat(restart(newer).status()).isEqualTo(409);
    }

    @Test
    void nothing_is_restarted_for_a_deleted_document_and_its_name_is_told_no_more() {
        UUID document = rows.document("menu.pdf", "failed");
        String id = rows.execution(document, "FAILED");
        app.sql("update chat.documents set deleted_at = now() where id = '" + document + "'");

        assertThat(restart(id).problem()).isEqualTo("conflict");
        assertThat(get("/v1/admin/job-executions/" + id).json().at("/documentName").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-999999", "999999", "billing-1", "nonsense"})
    void what_is_unknown_is_not_found(String id) {
        assertThat(get("/v1/admin/job-executions/" + id).problem()).isEqualTo("not-found");
        assertThat(restart(id).problem()).isEqualTo("not-found");
        assertThat(get("/v1/admin/jobs/" + id + "/executions").problem()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=failed", "limit=0", "limit=201", "cursor=nonsense"})
    void a_filter_that_makes_no_sense_is_refused(String parameter) {
        assertThat(get("/v1/admin/jobs/ingestDocument/executions?" + parameter).problem())
                .isEqualTo("invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OWNER", "ADMIN", "AGENT"})
    void no_member_of_a_tenant_comes_in(Role role) {
        String email = TestApp.newEmail();
        app.member(rows.tenant, role, email);
        String token = app.token(email);
        String id = rows.execution(rows.document("menu.pdf", "failed"), "FAILED");

        assertThat(List.of(app.get("/v1/admin/jobs"), app.get("/v1/admin/jobs/ingestDocument/executions"),
                app.get("/v1/admin/job-executions/" + id), app.get("/v1/admin/job-executions/events"),
                app.post("/v1/admin/job-executions/" + id + "/restart")))
                .extracting(call -> call.token(token).send().problem())
                .containsOnly("forbidden");
        assertThat(app.rows("select payload from public.told")).isEmpty();
    }

    private static List<String> ids(Answer answer) {
        return answer.json().at("/items").valueStream().map(item -> item.at("/id").asString()).toList();
    }

    private static Answer get(String path) {
        return app.get(path).token(OPERATOR).send();
    }

    private static Answer restart(String id) {
        Call call = app.post("/v1/admin/job-executions/" + id + "/restart");
        return call.token(OPERATOR).send();
    }

    private static String operator() {
        String email = Ids.next() + "@example.com";
        app.seed.person("Operator", email, TestApp.PASSWORD, true);
        return app.token(email);
    }
}
