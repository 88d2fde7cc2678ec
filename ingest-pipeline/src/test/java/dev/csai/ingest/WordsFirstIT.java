package dev.csai.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.csai.ingest.IngestTestBed.DocumentRow;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.message.DocumentUploaded;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A long document is found by its words while its vectors are computed, and never by half of them. */
class WordsFirstIT {

    private static final String USAGE = "csai.usage-recorded.billing-batch";
    private static final String LONG_FROM = "csai.ingest.documents.words-first-from=";
    private static final int PARAGRAPHS = 120;

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
    void all_words_are_searched_while_the_model_computes_and_the_vectors_take_their_place() {
        var mayGoOn = new CountDownLatch(1);
        ConfigurableApplicationContext app = bed.start(ScriptedEmbeddingModel.Scripted.class,
                LONG_FROM + PARAGRAPHS);
        app.getBean(ScriptedEmbeddingModel.class).waitFor(mayGoOn);

        DocumentUploaded message = bed.upload(tenant, "long.txt", IngestTestBed.paragraphs(PARAGRAPHS));
        bed.awaitUntil(message.documentId(), "active_generation_id is not null");
        DocumentRow words = bed.document(message.documentId());
        assertThat(words).isEqualTo(new DocumentRow("processing", 15, PARAGRAPHS, null, words.activeGenerationId(),
                words.generations(), PARAGRAPHS, PARAGRAPHS));
        assertThat(vectorsOf(words.activeGenerationId())).isZero();
        assertThat(chunksWith("stand", words.activeGenerationId())).isEqualTo(PARAGRAPHS);
        assertThat(bed.drain(USAGE)).isEmpty();

        mayGoOn.countDown();
        DocumentRow whole = bed.awaitEnd(message);
        bed.assertSearchable(message);
        assertThat(whole.activeGenerationId()).isNotEqualTo(words.activeGenerationId());
        assertThat(whole.chunkCount()).isEqualTo(PARAGRAPHS);
        assertThat(vectorsOf(whole.activeGenerationId())).isEqualTo(PARAGRAPHS);
        assertThat(chunksWith("stand", words.activeGenerationId())).isZero();
        assertThat(bed.drain(USAGE)).hasSize(1);
        assertThat(steps()).containsExactly("extract", "words", "index", "activate", "dropOlder");
    }

    @Test
    void an_attempt_that_fails_leaves_the_words_to_the_next() {
        ConfigurableApplicationContext app = bed.start(ScriptedEmbeddingModel.Scripted.class,
                LONG_FROM + PARAGRAPHS);
        var seen = new CountDownLatch(1);
        var calls = new AtomicInteger();
        app.getBean(ScriptedEmbeddingModel.class).script(text -> {
            if (calls.incrementAndGet() == 100) {
                ScriptedEmbeddingModel.awaitOpen(seen);
                throw new IllegalStateException("the model is away");
            }
        });

        DocumentUploaded message = bed.upload(tenant, "long.txt", IngestTestBed.paragraphs(PARAGRAPHS));
        bed.awaitUntil(message.documentId(), "active_generation_id is not null");
        UUID words = bed.document(message.documentId()).activeGenerationId();
        seen.countDown();
        bed.awaitEnd(message);

        bed.assertSearchable(message);
        assertThat(bed.document(message.documentId()).activeGenerationId()).isNotEqualTo(words);
        assertThat(bed.count("ingest.generations")).isEqualTo(1);
        assertThat(bed.drain(USAGE)).hasSize(1);
    }

    @Test
    void a_document_that_fails_for_good_is_found_by_nothing() {
        ConfigurableApplicationContext app = bed.start(ScriptedEmbeddingModel.Scripted.class,
                LONG_FROM + PARAGRAPHS);
        app.getBean(ScriptedEmbeddingModel.class).script(text -> {
            throw new IllegalStateException("the model is away");
        });

        DocumentUploaded message = bed.upload(tenant, "long.txt", IngestTestBed.paragraphs(PARAGRAPHS));
        DocumentRow row = bed.awaitEnd(message);

        assertThat(row.status()).isEqualTo("failed");
        assertThat(row.activeGenerationId()).isNull();
        assertThat(row.chunkCount()).isZero();
        assertThat(bed.count("ingest.generations where embedding_model = 'none'")).isZero();
        assertThat(bed.drain(USAGE)).isEmpty();
    }

    @Test
    void a_document_that_is_searched_stays_whole_while_it_is_processed_again() {
        var mayGoOn = new CountDownLatch(1);
        ConfigurableApplicationContext app = bed.start(ScriptedEmbeddingModel.Scripted.class,
                LONG_FROM + PARAGRAPHS);
        DocumentUploaded message = bed.upload(tenant, "long.txt", IngestTestBed.paragraphs(PARAGRAPHS));
        DocumentRow first = bed.awaitEnd(message);
        app.getBean(ScriptedEmbeddingModel.class).waitFor(mayGoOn);

        bed.send(IngestTestBed.reprocessing(message));
        bed.awaitUntil(message.documentId(), "status = 'processing' and progress >= 10");
        await().during(Duration.ofMillis(500)).until(() -> first.activeGenerationId() != null
                && first.activeGenerationId().equals(bed.document(message.documentId()).activeGenerationId()));
        assertThat(vectorsOf(first.activeGenerationId())).isEqualTo(PARAGRAPHS);
        mayGoOn.countDown();
        bed.awaitEnds(message.documentId(), 2);

        bed.assertSearchable(message);
        assertThat(bed.count("ingest.generations where embedding_model = 'none'")).isZero();
    }

    @Test
    void a_document_deleted_while_only_its_words_are_searched_leaves_nothing() {
        var mayGoOn = new CountDownLatch(1);
        ConfigurableApplicationContext app = bed.start(ScriptedEmbeddingModel.Scripted.class,
                LONG_FROM + PARAGRAPHS);
        app.getBean(ScriptedEmbeddingModel.class).waitFor(mayGoOn);
        DocumentUploaded message = bed.upload(tenant, "long.txt", IngestTestBed.paragraphs(PARAGRAPHS));
        bed.awaitUntil(message.documentId(), "active_generation_id is not null");

        bed.send(IngestTestBed.deletion(message));
        bed.awaitUntil(message.documentId(), "deleted_at is not null");
        mayGoOn.countDown();
        bed.awaitEnds(message.documentId(), 1);

        assertThat(bed.document(message.documentId()).chunks()).isZero();
        assertThat(bed.count("ingest.postings")).isZero();
    }

    private int vectorsOf(@Nullable UUID generation) {
        return bed.count("ingest.chunks where embedding is not null and generation_id = '" + generation + "'");
    }

    private int chunksWith(String term, @Nullable UUID generation) {
        return bed.sql.sql("""
                select coalesce(sum(cardinality(ordinals)), 0) from ingest.postings
                where term = :term and generation_id = :generation
                """).param("term", term).param("generation", generation).query(Integer.class).single();
    }

    private List<String> steps() {
        return bed.sql.sql("select step_name from ingest.batch_step_execution order by step_execution_id")
                .query(String.class).list();
    }
}
