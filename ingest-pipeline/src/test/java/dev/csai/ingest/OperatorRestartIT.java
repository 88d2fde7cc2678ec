package dev.csai.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.ingest.IngestTestBed.DocumentRow;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.message.DocumentUploaded;
import dev.csai.shared.message.JobRestartRequested;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.Job;
import org.springframework.context.ConfigurableApplicationContext;

/** Work that was given up is done again when an operator asks for it, once for each time it was given up. */
class OperatorRestartIT {

    private static final byte[] TEXT = "A customer may return an item within thirty days of delivery."
            .getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    private IngestTestBed bed;
    private ConfigurableApplicationContext app;

    private final TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void start() {
        bed = new IngestTestBed(directory);
        app = bed.start(ScriptedEmbeddingModel.Scripted.class);
    }

    @AfterEach
    void stop() {
        bed.close();
    }

    @Test
    void a_document_whose_bytes_came_back_is_completed_by_the_same_job() throws IOException {
        DocumentUploaded message = failed(tenant);
        assertThat(executions()).isEqualTo("FAILED - FAILED - FAILED restartable");
        assertThat(
                bed.sql.sql("select distinct exit_message from ingest.job_executions_v1").query(String.class).single())
                .isEqualTo("The document's bytes are not in the store.");
        putBack(message);
        JobRestartRequested wish = restart(tenant, lastExecution(tenant));

        bed.send(wish);
        bed.awaitUntil(message.documentId(), "status = 'completed'");
        bed.awaitEnd(message);

        bed.assertSearchable(message);
        assertThat(executions()).isEqualTo("FAILED - FAILED - FAILED - COMPLETED -");
        assertThat(bed.count("ingest.batch_job_instance")).isEqualTo(1);
        assertThat(bed.sql.sql("select attempts from ingest.work").query(Integer.class).single()).isEqualTo(1);
        assertThat(bed.sql.sql("select requested_by from ingest.restarts").query(UUID.class).single())
                .isEqualTo(wish.requestedBy());

        DocumentRow done = bed.document(message.documentId());
        bed.send(wish);
        bed.send(restart(tenant, wish.executionId()));
        passThrough();
        assertThat(bed.document(message.documentId())).isEqualTo(done);
        assertThat(executions()).isEqualTo("FAILED - FAILED - FAILED - COMPLETED -");
        assertThat(count("restarts")).isEqualTo(1);
    }

    @Test
    void a_wish_that_comes_twice_gives_new_attempts_once() throws IOException {
        DocumentUploaded message = failed(tenant);
        JobRestartRequested wish = restart(tenant, lastExecution(tenant));

        bed.send(wish);
        bed.awaitUntil(message.documentId(), "status <> 'failed'");
        bed.awaitUntil(message.documentId(), "status = 'failed'");
        bed.awaitEnd(message);
        bed.send(wish);
        passThrough();

        assertThat(count("job_executions_v1")).isEqualTo(6);
        assertThat(bed.document(message.documentId()).slug()).isEqualTo("internal");
    }

    @Test
    void a_document_deleted_meanwhile_stays_deleted() throws IOException {
        DocumentUploaded message = failed(tenant);
        long execution = lastExecution(tenant);
        bed.send(IngestTestBed.deletion(message));
        bed.awaitUntil(message.documentId(), "deleted_at is not null");

        bed.send(restart(tenant, execution));
        passThrough();

        assertThat(count("job_executions_v1")).isEqualTo(3);
        assertThat(count("restarts")).isZero();
    }

    @Test
    void another_tenants_execution_an_unknown_one_and_another_job_are_left_alone() throws IOException {
        failed(tenant);
        TenantId other = new TenantId(Ids.next());

        bed.send(restart(other, lastExecution(tenant)));
        bed.send(restart(tenant, 4711));
        bed.send(new JobRestartRequested(Ids.next(), tenant.value(), Instant.EPOCH, "nightlyBilling",
                lastExecution(tenant),
                Ids.next()));
        passThrough();

        assertThat(count("job_executions_v1")).isEqualTo(3);
        assertThat(count("restarts")).isZero();
    }

    @Test
    void a_generation_that_is_in_place_is_tidied_up_after_until_that_succeeds_without_an_operator() {
        DocumentUploaded message = bed.upload(tenant, "text.txt", new String(TEXT, StandardCharsets.UTF_8));
        bed.awaitEnd(message);
        bed.sql.sql("create function public.refuse() returns trigger language plpgsql as $$"
                + " begin raise exception 'made to fail'; end $$").update();
        bed.sql.sql("create trigger refuse before delete on ingest.generations"
                + " for each row execute function public.refuse()").update();
        bed.send(IngestTestBed.reprocessing(message));
        bed.awaitUntil(message.documentId(),
                IngestTestBed.workOf(message.documentId(), "attempts > 3 or outcome = 'failed'"));
        assertThat(bed.document(message.documentId()).status()).isEqualTo("completed");
        UUID placed = bed.document(message.documentId()).activeGenerationId();
        bed.sql.sql("drop trigger refuse on ingest.generations").update();

        bed.awaitEnds(message.documentId(), 2);

        bed.assertSearchable(message);
        assertThat(bed.document(message.documentId()).activeGenerationId()).isEqualTo(placed);
    }

    @Test
    void every_job_of_the_app_is_in_the_view_of_jobs() {
        assertThat(bed.sql.sql("select job_name from ingest.jobs_v1").query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(
                        app.getBeansOfType(Job.class).values().stream().map(Job::getName).toList());
    }

    private DocumentUploaded failed(TenantId of) throws IOException {
        DocumentUploaded message = bed.store(of, "gone.txt", TEXT);
        bed.blobs.delete(BlobKey.of(message.blob()));
        bed.send(message);
        assertThat(bed.awaitEnd(message).slug()).isEqualTo("internal");
        return message;
    }

    private void putBack(DocumentUploaded message) throws IOException {
        bed.blobs.write(BlobKey.of(message.blob()), new ByteArrayInputStream(TEXT), TEXT.length);
    }

    /** A queue's messages come in order, so what was sent before a restart that is seen to work has been looked at. */
    private void passThrough() throws IOException {
        TenantId other = new TenantId(Ids.next());
        DocumentUploaded marker = failed(other);
        putBack(marker);
        bed.send(restart(other, lastExecution(other)));
        bed.awaitUntil(marker.documentId(), "status = 'completed'");
        bed.awaitEnd(marker);
    }

    private static JobRestartRequested restart(TenantId tenant, long execution) {
        return new JobRestartRequested(Ids.next(), tenant.value(), Instant.EPOCH, "ingestDocument", execution,
                Ids.next());
    }

    private long lastExecution(TenantId of) {
        return bed.sql.sql("select max(id) from ingest.job_executions_v1 where tenant_id = :tenant")
                .param("tenant", of.value())
                .query(Long.class)
                .single();
    }

    private String executions() {
        return bed.sql.sql("""
                select string_agg(status || case when restartable then ' restartable' else ' -' end, ' ' order by id)
                from ingest.job_executions_v1 where tenant_id = :tenant
                """).param("tenant", tenant.value()).query(String.class).single();
    }

    private int count(String table) {
        return bed.count("ingest." + table + " where tenant_id = '" + tenant + "'");
    }
}
