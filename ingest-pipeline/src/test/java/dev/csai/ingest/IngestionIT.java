package dev.csai.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.csai.ingest.IngestTestBed.DocumentRow;
import dev.csai.ingest.extract.pdf.PdfFile;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.embedding.MiniLmEmbeddingModel;
import dev.csai.shared.message.DocumentReprocessingRequested;
import dev.csai.shared.message.DocumentUploaded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.ai.embedding.EmbeddingRequest;

/** The app as it is delivered: parser child, embedding model, broker, database. */
class IngestionIT {

    private static final String USAGE = "csai.usage-recorded.billing-batch";

    private static final String HANDBOOK = """
            Returns

            A customer may return an item within thirty days of delivery. The item must be unused and in its original
            packaging, and the receipt must be shown.

            Shipping

            Orders over fifty dollars ship free of charge. All other orders cost five dollars to ship within the country.
            """;

    @TempDir
    private static Path directory;

    private static IngestTestBed bed;

    private final TenantId tenant = new TenantId(Ids.next());

    @BeforeAll
    static void start() {
        bed = new IngestTestBed(directory);
        bed.start(null);
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @Test
    void an_uploaded_text_becomes_searchable_and_its_usage_is_told() {
        DocumentUploaded message = bed.upload(tenant, "handbook.txt", HANDBOOK);

        DocumentRow row = bed.awaitEnd(message);

        bed.assertSearchable(message);
        assertThat(chunksOf(message, "embedding is not null")).isEqualTo(row.chunkCount());
        assertThat(unreadablePages(message)).isZero();
        int tokens = tokensUnderTitle("handbook", message);
        assertThat(usageOf(row)).singleElement().asString()
                .contains("\"quantity\":" + tokens, tenant.toString(), "EMBEDDING_TOKENS");
    }

    @Test
    void a_passage_that_comes_again_is_found_in_each_place_and_embedded_once() {
        String passage = "An item may be returned within thirty days, unused and with its receipt. ".repeat(8);
        DocumentUploaded once = bed.upload(tenant, "terms.txt", passage);
        bed.awaitEnd(once);
        DocumentUploaded thrice = bed.upload(tenant, "terms.txt", String.join("\n\n", passage, passage, passage));

        DocumentRow row = bed.awaitEnd(thrice);

        bed.assertSearchable(thrice);
        assertThat(chunksOf(once, "true")).isOne();
        assertThat(chunksOf(thrice, "embedding is not null")).isEqualTo(3);
        assertThat(usageOf(row)).singleElement().asString()
                .contains("\"quantity\":" + tokensUnderTitle("terms", once) + "}");
    }

    @Test
    void the_job_repository_tells_each_step() {
        DocumentUploaded message = bed.upload(tenant, "handbook.txt", HANDBOOK);

        DocumentRow row = bed.awaitEnd(message);

        assertThat(steps(message)).extracting("step_name", "status", "exit_code", "write_count").containsExactly(
                tuple("extract", "COMPLETED", "COMPLETED", 0L),
                tuple("index", "COMPLETED", "COMPLETED", (long) row.chunkCount()),
                tuple("activate", "COMPLETED", "COMPLETED", 0L),
                tuple("dropOlder", "COMPLETED", "COMPLETED", 0L));
    }

    @Test
    void a_message_that_comes_twenty_times_changes_nothing_after_the_first() {
        DocumentUploaded message = bed.upload(tenant, "handbook.txt", HANDBOOK);
        for (int i = 0; i < 10; i++) {
            bed.send(message);
        }
        DocumentRow first = bed.awaitEnd(message);
        for (int i = 0; i < 9; i++) {
            bed.send(message);
        }
        passThrough();

        assertThat(bed.document(message.documentId())).isEqualTo(first);
        bed.assertSearchable(message);
        assertThat(steps(message)).hasSize(4);
        assertThat(usageOf(first)).hasSize(1);
    }

    @Test
    void reprocessing_replaces_the_generation_once_per_wish() {
        DocumentUploaded message = bed.upload(tenant, "handbook.txt", HANDBOOK);
        DocumentRow before = bed.awaitEnd(message);
        DocumentReprocessingRequested wish = IngestTestBed.reprocessing(message);

        bed.send(wish);
        bed.send(wish);
        DocumentRow after = bed.awaitEnds(message.documentId(), 2);

        bed.assertSearchable(message);
        assertThat(after.activeGenerationId()).isNotEqualTo(before.activeGenerationId());
        assertThat(after.chunkCount()).isEqualTo(before.chunkCount());
        assertThat(steps(message)).hasSize(8);
        assertThat(bed.count("ingest.postings where generation_id = '" + before.activeGenerationId() + "'")).isZero();
    }

    @Test
    void pages_that_are_pictures_are_counted_anew_with_each_generation() throws IOException {
        DocumentUploaded message = bed.store(tenant, "lease.pdf", partlyScanned());
        bed.send(message);
        bed.awaitEnd(message);
        bed.assertSearchable(message);
        assertThat(unreadablePages(message)).isOne();

        bed.sql.sql("update ingest.documents set unreadable_pages = 7 where document_id = :id")
                .param("id", message.documentId()).update();
        bed.send(IngestTestBed.reprocessing(message));
        bed.awaitEnds(message.documentId(), 2);
        assertThat(unreadablePages(message)).isOne();
    }

    @Test
    void a_file_without_text_fails_with_words_for_its_owner() {
        DocumentUploaded message = bed.upload(tenant, "empty.txt", " \n \n");

        DocumentRow row = bed.awaitEnd(message);

        assertThat(row).isEqualTo(new DocumentRow("failed", 1, 0, "empty", null, 0, 0, 0));
        String problem = bed.sql.sql("select problem::text from ingest.documents where document_id = :id")
                .param("id", message.documentId())
                .query(String.class)
                .single();
        assertThat(problem).contains("\"type\": \"https://csai.dev/problems/document-empty\"",
                "\"title\": \"The document could not be used\"", "\"detail\": \"We found no text in this file.");
        assertThat(steps(message)).extracting("step_name", "exit_code").containsExactly(tuple("extract", "REFUSED"));
        assertThat(outcomes(message)).containsExactly("refused");
    }

    @Test
    void a_file_of_no_known_kind_fails_without_another_attempt() {
        DocumentUploaded message = bed.store(tenant, "picture.png",
                new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0});
        bed.send(message);

        DocumentRow row = bed.awaitEnd(message);

        assertThat(row.slug()).isEqualTo("unsupported-type");
        assertThat(bed.count("ingest.work where attempts = 1 and document_id = '" + message.documentId() + "'"))
                .isEqualTo(1);
    }

    @Test
    void hebrew_is_indexed_by_its_words_alone() {
        DocumentUploaded message = bed.upload(tenant, "חוברת.txt",
                "לקוח רשאי להחזיר מוצר בתוך שלושים יום ממועד המסירה.");

        bed.awaitEnd(message);

        bed.assertSearchable(message);
        assertThat(chunksOf(message, "embedding is null and language = 'he'")).isEqualTo(1);
        assertThat(bed.count("ingest.postings where tenant_id = '" + tenant + "'")).isPositive();
    }

    @Test
    void a_deleted_document_leaves_nothing_and_does_not_come_back() {
        DocumentUploaded message = bed.upload(tenant, "handbook.txt", HANDBOOK);
        bed.awaitEnd(message);

        bed.send(IngestTestBed.deletion(message));
        bed.awaitUntil(message.documentId(), "deleted_at is not null and sha256 is null");
        bed.send(message);
        passThrough();

        DocumentRow row = bed.awaitEnds(message.documentId(), 1);
        assertThat(row).isEqualTo(new DocumentRow("completed", 0, 0, null, null, 0, 0, 0));
        assertThat(bed.count("ingest.postings where tenant_id = '" + tenant + "'")).isZero();
        assertThat(bed.count("ingest.documents_v1 where tenant_id = '" + tenant + "'")).isZero();
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> bed.blobs.open(BlobKey.of(message.blob())));
    }

    @Test
    void a_deletion_that_overtakes_its_upload_wins() {
        DocumentUploaded message = bed.store(tenant, "handbook.txt", HANDBOOK.getBytes(StandardCharsets.UTF_8));

        bed.send(IngestTestBed.deletion(message));
        bed.awaitUntil(message.documentId(), "deleted_at is not null");
        bed.send(message);
        passThrough();

        DocumentRow row = bed.awaitEnds(message.documentId(), 1);
        assertThat(row.chunks()).isZero();
        assertThat(steps(message)).isEmpty();
    }

    @Test
    void a_message_that_cannot_be_read_ends_among_the_dead_letters() {
        bed.send(DocumentUploaded.DESTINATION, "{\"messageId\": 7".getBytes(StandardCharsets.UTF_8));

        assertThat(bed.take("csai.document-uploaded.ingest-pipeline.dlq")).isEqualTo("{\"messageId\": 7");
    }

    /** Queues keep their order, so when a later document of the same queue has ended, earlier messages were taken. */
    private void passThrough() {
        bed.awaitEnd(bed.upload(new TenantId(Ids.next()), "later.txt", "A later document."));
    }

    private static byte[] partlyScanned() throws IOException {
        Path file = directory.resolve("lease.pdf");
        try (var pdf = new PdfFile()) {
            pdf.page().line(50, 50, "The lease runs for three years.").page().picture().writeTo(file);
        }
        return Files.readAllBytes(file);
    }

    private static int unreadablePages(DocumentUploaded message) {
        return bed.sql.sql("select unreadable_pages from ingest.documents_v1 where document_id = :id")
                .param("id", message.documentId())
                .query(Integer.class)
                .single();
    }

    private static int chunksOf(DocumentUploaded message, String condition) {
        return bed.count("ingest.chunks where document_id = '" + message.documentId() + "' and " + condition);
    }

    /** What the model counts for the chunks as they were embedded: each below the title, not alone. */
    private static int tokensUnderTitle(String title, DocumentUploaded message) {
        List<String> texts = bed.sql.sql("""
                select concat_ws(E'\\n', :title, heading, text) from ingest.chunks where document_id = :id
                """)
                .param("title", title)
                .param("id", message.documentId())
                .query(String.class)
                .list();
        try (var model = new MiniLmEmbeddingModel(1)) {
            return model.call(new EmbeddingRequest(texts, null)).getMetadata().getUsage().getPromptTokens();
        }
    }

    private static List<String> outcomes(DocumentUploaded message) {
        return bed.sql.sql("select outcome from ingest.work where document_id = :id order by position")
                .param("id", message.documentId())
                .query(String.class)
                .list();
    }

    private static List<Map<String, Object>> steps(DocumentUploaded message) {
        return bed.sql.sql("""
                select s.step_name, s.status, s.exit_code, s.write_count
                from ingest.batch_step_execution s
                join ingest.batch_job_execution_params p on p.job_execution_id = s.job_execution_id
                where p.parameter_name = 'document' and p.identifying = 'Y' and p.parameter_value = :document
                order by s.step_execution_id
                """).param("document", message.documentId().toString()).query().listOfRows();
    }

    private static List<String> usageOf(DocumentRow row) {
        String generation = String.valueOf(row.activeGenerationId());
        return bed.drain(USAGE).stream().filter(body -> body.contains(generation)).toList();
    }
}
