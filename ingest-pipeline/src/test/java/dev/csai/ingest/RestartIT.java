package dev.csai.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.csai.ingest.IngestTestBed.DocumentRow;
import dev.csai.ingest.work.Workers;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.message.DocumentUploaded;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ConfigurableApplicationContext;

/** Whatever fails, and wherever: the document ends, nothing is there twice, and its usage is told once. */
class RestartIT {

    private static final String USAGE = "csai.usage-recorded.billing-batch";
    /** Paragraphs long enough to be chunks of their own, and more than go into one transaction. */
    private static final int PARAGRAPHS = 200;

    @TempDir
    private Path directory;

    private IngestTestBed bed;

    private final TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void prepare() {
        bed = new IngestTestBed(directory);
    }

    @AfterEach
    void stop() {
        bed.close();
    }

    @Test
    void a_model_that_fails_half_way_is_tried_again_from_a_clean_generation() {
        ConfigurableApplicationContext app = bed.start(ScriptedEmbeddingModel.Scripted.class);
        var calls = new AtomicInteger();
        app.getBean(ScriptedEmbeddingModel.class).script(text -> {
            if (calls.incrementAndGet() == 150) {
                throw new IllegalStateException("the model is away");
            }
        });

        DocumentUploaded message = bed.upload(tenant, "long.txt", IngestTestBed.paragraphs(PARAGRAPHS));
        DocumentRow row = bed.awaitEnd(message);

        bed.assertSearchable(message);
        assertThat(row.chunkCount()).isEqualTo(PARAGRAPHS);
        assertThat(attempts(message)).isEqualTo(2);
        assertThat(executions()).isEqualTo("FAILED COMPLETED");
        assertThat(bed.count("ingest.batch_step_execution where step_name = 'words'")).as("not a long one").isZero();
        assertThat(bed.drain(USAGE)).hasSize(1);
    }

    /** The framework notes the job and that it runs in two transactions. */
    @Test
    void a_job_whose_process_died_before_it_was_noted_that_it_runs_is_begun_by_another() {
        ConfigurableApplicationContext app = bed.start(null);
        DocumentUploaded message = bed.store(tenant, "noted.txt", "We open at nine.".getBytes(StandardCharsets.UTF_8));
        app.getBean(JobRepository.class).createJobInstance("ingestDocument", new JobParametersBuilder()
                .addString("tenant", tenant.toString())
                .addString("document", message.documentId().toString())
                .addString("wish", message.sha256())
                .toJobParameters());

        bed.send(message);
        bed.awaitEnd(message);

        bed.assertSearchable(message);
        assertThat(attempts(message)).isEqualTo(1);
        assertThat(executions()).isEqualTo("FAILED COMPLETED");
        assertThat(bed.drain(USAGE)).hasSize(1);
    }

    @Test
    void a_model_that_always_fails_ends_the_document_after_three_attempts() {
        ConfigurableApplicationContext app = bed.start(ScriptedEmbeddingModel.Scripted.class);
        app.getBean(ScriptedEmbeddingModel.class).script(text -> {
            throw new IllegalStateException("the model is away");
        });

        DocumentUploaded message = bed.upload(tenant, "long.txt", IngestTestBed.paragraphs(PARAGRAPHS));
        DocumentRow row = bed.awaitEnd(message);

        assertThat(row.status()).isEqualTo("failed");
        assertThat(row.slug()).isEqualTo("internal");
        assertThat(row.activeGenerationId()).isNull();
        assertThat(attempts(message)).isEqualTo(3);
        assertThat(bed.drain(USAGE)).isEmpty();
    }

    @Test
    void a_reprocessing_that_fails_leaves_the_older_generation_searchable() {
        ConfigurableApplicationContext app = bed.start(ScriptedEmbeddingModel.Scripted.class);
        DocumentUploaded message = bed.upload(tenant, "long.txt", IngestTestBed.paragraphs(PARAGRAPHS));
        DocumentRow before = bed.awaitEnd(message);
        app.getBean(ScriptedEmbeddingModel.class).script(text -> {
            throw new IllegalStateException("the model is away");
        });

        bed.send(IngestTestBed.reprocessing(message));
        DocumentRow after = bed.awaitEnds(message.documentId(), 2);

        assertThat(after.status()).isEqualTo("failed");
        assertThat(after.activeGenerationId()).isEqualTo(before.activeGenerationId());
        assertThat(after.chunkCount()).isEqualTo(PARAGRAPHS);
    }

    @Test
    void bytes_that_are_not_there_end_the_document_after_three_attempts() throws Exception {
        DocumentUploaded message = bed.store(tenant, "gone.txt", new byte[]{'a'});
        bed.blobs.delete(BlobKey.of(message.blob()));
        bed.start(ScriptedEmbeddingModel.Scripted.class);

        bed.send(message);
        DocumentRow row = bed.awaitEnd(message);

        assertThat(row.slug()).isEqualTo("internal");
        assertThat(attempts(message)).isEqualTo(3);
    }

    /** The database itself refuses the one statement by which each step is known, the first time. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
            "extract, update, ingest.documents, new.progress = 10",
            "index, insert, ingest.chunks, new.ordinal = 140",
            "activate, insert, ingest.outbox, true",
            "dropOlder, update, ingest.work, new.outcome = 'completed'"})
    void a_step_that_fails_once_is_made_good(String step, String event, String table, String condition) {
        failOnce(event, table, condition);
        bed.start(ScriptedEmbeddingModel.Scripted.class);

        DocumentUploaded message = bed.upload(tenant, "long.txt", IngestTestBed.paragraphs(PARAGRAPHS));
        DocumentRow row = bed.awaitEnd(message);

        bed.assertSearchable(message);
        assertThat(row.chunkCount()).isEqualTo(PARAGRAPHS);
        assertThat(attempts(message)).isEqualTo(2);
        assertThat(bed.drain(USAGE)).hasSize(1);
    }

    @Test
    void older_chunks_that_could_not_be_dropped_are_dropped_by_the_next_attempt() {
        bed.start(ScriptedEmbeddingModel.Scripted.class);
        DocumentUploaded message = bed.upload(tenant, "long.txt", IngestTestBed.paragraphs(PARAGRAPHS));
        bed.awaitEnd(message);
        failOnce("delete", "ingest.generations", "true");

        bed.send(IngestTestBed.reprocessing(message));
        bed.awaitEnds(message.documentId(), 2);

        bed.assertSearchable(message);
        assertThat(bed.drain(USAGE)).hasSize(2);
    }

    @Test
    void a_document_deleted_while_it_is_read_stops_without_being_activated() {
        ConfigurableApplicationContext app = bed.start(ScriptedEmbeddingModel.Scripted.class);
        var deleted = new CountDownLatch(1);
        var calls = new AtomicInteger();
        app.getBean(ScriptedEmbeddingModel.class).script(text -> {
            if (calls.incrementAndGet() > 120) {
                ScriptedEmbeddingModel.awaitOpen(deleted);
            }
        });
        DocumentUploaded message = bed.upload(tenant, "long.txt", IngestTestBed.paragraphs(PARAGRAPHS));
        bed.awaitUntil(message.documentId(), "status = 'processing' and progress > 10");

        bed.send(IngestTestBed.deletion(message));
        bed.awaitUntil(message.documentId(), "deleted_at is not null");
        deleted.countDown();

        DocumentRow row = bed.awaitEnds(message.documentId(), 1);
        await().atMost(IngestTestBed.PATIENCE).until(() -> "FAILED".equals(executions()));
        assertThat(row.activeGenerationId()).isNull();
        assertThat(bed.document(message.documentId()).chunks()).isZero();
        assertThat(bed.count("ingest.postings")).isZero();
        assertThat(bed.drain(USAGE)).isEmpty();
    }

    @Test
    void a_worker_that_lost_its_lease_can_commit_nothing_more() {
        var mayGoOn = new CountDownLatch(1);
        ConfigurableApplicationContext slow = bed.start(ScriptedEmbeddingModel.Scripted.class,
                "csai.ingest.work.lease=1h", "csai.ingest.work.workers=1");
        slow.getBean(ScriptedEmbeddingModel.class).waitFor(mayGoOn);
        DocumentUploaded message = bed.upload(tenant, "long.txt", IngestTestBed.paragraphs(PARAGRAPHS));
        bed.awaitUntil(message.documentId(), "progress = 10");

        bed.sql.sql("update ingest.work set leased_until = now()").update();
        ConfigurableApplicationContext other = bed.start(ScriptedEmbeddingModel.Scripted.class);
        DocumentRow row = bed.awaitEnd(message);
        mayGoOn.countDown();
        bed.stop(slow);
        bed.stop(other);

        assertThat(bed.document(message.documentId())).isEqualTo(row);
        bed.assertSearchable(message);
        bed.start(ScriptedEmbeddingModel.Scripted.class);
        assertThat(bed.drain(USAGE)).hasSize(1);
    }

    @Test
    void a_clean_stop_gives_the_work_back_at_once_and_counts_no_attempt() {
        var stopping = new CountDownLatch(1);
        ConfigurableApplicationContext first = bed.start(ScriptedEmbeddingModel.Scripted.class,
                "csai.ingest.work.lease=1h");
        first.getBean(ScriptedEmbeddingModel.class).waitFor(stopping);
        DocumentUploaded message = bed.upload(tenant, "long.txt", IngestTestBed.paragraphs(PARAGRAPHS));
        bed.awaitUntil(message.documentId(), "progress = 10");

        Thread stop = Thread.startVirtualThread(() -> bed.stop(first));
        await().atMost(IngestTestBed.PATIENCE).until(() -> !first.getBean(Workers.class)
                .isRunning());
        stopping.countDown();
        await().atMost(IngestTestBed.PATIENCE).until(() -> !stop.isAlive());
        bed.start(ScriptedEmbeddingModel.Scripted.class);
        bed.awaitEnd(message);

        bed.assertSearchable(message);
        assertThat(attempts(message)).isEqualTo(1);
    }

    @Test
    void a_document_that_takes_too_long_fails_and_its_lease_is_let_go() {
        var lateEnough = new CountDownLatch(1);
        ConfigurableApplicationContext app = bed.start(ScriptedEmbeddingModel.Scripted.class,
                "csai.ingest.work.time-limit=3s", "csai.ingest.work.lease=3s", "csai.ingest.work.workers=1");
        app.getBean(ScriptedEmbeddingModel.class).waitFor(lateEnough);

        DocumentUploaded message = bed.upload(tenant, "long.txt", IngestTestBed.paragraphs(PARAGRAPHS));
        // Ended already where the machine is so slow that reading the file alone took the time.
        await().atMost(IngestTestBed.PATIENCE)
                .until(() -> bed.count("ingest.work where leased_until < now() or finished_at is not null") == 1);
        lateEnough.countDown();

        assertThat(bed.awaitEnd(message).slug()).isEqualTo("timeout");
        assertThat(bed.drain(USAGE)).isEmpty();
    }

    @Test
    void a_document_with_too_many_chunks_is_refused() {
        bed.start(ScriptedEmbeddingModel.Scripted.class, "csai.ingest.documents.max-chunks=199");

        DocumentUploaded message = bed.upload(tenant, "long.txt", IngestTestBed.paragraphs(PARAGRAPHS));

        assertThat(bed.awaitEnd(message).slug()).isEqualTo("too-large");
    }

    private void failOnce(String event, String table, String condition) {
        bed.sql.sql("create sequence if not exists public.failures").update();
        bed.sql.sql("grant usage on sequence public.failures to csai_app").update();
        bed.sql.sql("""
                create function public.fail_once() returns trigger language plpgsql as $$
                begin
                  -- A sequence is not rolled back, so it remembers across the transaction it fails.
                  if nextval('public.failures') = 1 then raise exception 'made to fail'; end if;
                  return coalesce(new, old);
                end $$
                """).update();
        bed.sql.sql(
                "create trigger fail_once before %s on %s for each row when (%s) execute function public.fail_once()"
                        .formatted(event, table, condition))
                .update();
    }

    private int attempts(DocumentUploaded message) {
        return bed.sql.sql("select attempts from ingest.work where document_id = :id")
                .param("id", message.documentId())
                .query(Integer.class)
                .single();
    }

    private String executions() {
        return bed.sql.sql("select string_agg(status, ' ' order by job_execution_id) from ingest.batch_job_execution")
                .query(String.class)
                .single();
    }
}
