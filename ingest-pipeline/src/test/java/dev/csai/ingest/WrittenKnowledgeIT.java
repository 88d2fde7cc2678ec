package dev.csai.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.ingest.IngestTestBed.DocumentRow;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.blob.StoredBlob;
import dev.csai.shared.knowledge.WrittenKnowledge;
import dev.csai.shared.knowledge.WrittenKnowledge.Passage;
import dev.csai.shared.message.DocumentDeleted;
import dev.csai.shared.message.KnowledgeWritten;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What members type, which no parser child reads and whose content changes. */
class WrittenKnowledgeIT {

    @TempDir
    private static Path directory;

    private static IngestTestBed bed;

    private final TenantId tenant = new TenantId(Ids.next());
    private final UUID document = Ids.next();

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
    void each_answer_is_one_chunk_under_its_question_however_long_it_is() throws IOException {
        String longAnswer = "We deliver to every town on the coast. ".repeat(100).strip();
        bed.send(written(1, new WrittenKnowledge("FAQ", false, List.of(new Passage("Do you deliver?", longAnswer),
                new Passage("And\nthe discount?", "15%"), new Passage("Nothing?", "\u200b")))));

        DocumentRow row = bed.awaitEnds(document, 1);

        assertThat(row.status()).isEqualTo("completed");
        assertThat(chunks("heading")).containsExactly("Do you deliver?", "And the discount?");
        assertThat(chunks("text")).containsExactly(longAnswer, "15%");
        assertThat(chunks("language || (c.embedding is not null)")).containsExactly("entrue", "entrue");
    }

    @Test
    void a_long_text_is_cut_as_a_file_is() throws IOException {
        bed.send(written(1, new WrittenKnowledge("v1.2", true, List.of(new Passage(null,
                "Rules\n\n" + "Every guest brings a towel. ".repeat(60) + "\n\n" + "Dogs stay out. ".repeat(60))))));

        DocumentRow row = bed.awaitEnds(document, 1);

        assertThat(row.status()).isEqualTo("completed");
        assertThat(row.chunkCount()).isGreaterThan(3);
        assertThat(chunks("heading")).containsOnly("Rules");
    }

    @Test
    void a_text_without_a_letter_fails_as_empty() throws IOException {
        bed.send(written(1, new WrittenKnowledge("t", true, List.of(new Passage(null, "!?")))));

        assertThat(bed.awaitEnds(document, 1)).extracting(DocumentRow::status, DocumentRow::slug)
                .containsExactly("failed", "empty");
    }

    @Test
    void a_new_content_takes_the_place_of_the_old_one_whose_bytes_go() throws IOException {
        KnowledgeWritten first = written(1, text("The pool opens at nine."));
        bed.send(first);
        DocumentRow before = bed.awaitEnds(document, 1);
        KnowledgeWritten second = written(2, text("The pool opens at ten."));
        bed.send(second);
        DocumentRow after = bed.awaitEnds(document, 2);

        assertThat(after.activeGenerationId()).isNotEqualTo(before.activeGenerationId());
        assertThat(chunks("text")).containsExactly("The pool opens at ten.");
        assertThat(bed.blobs.size(BlobKey.of(first.blob()))).isEmpty();
        assertThat(bed.blobs.size(BlobKey.of(second.blob()))).isPresent();
    }

    @Test
    void a_content_in_place_stays_so_while_the_old_bytes_cannot_be_deleted() throws IOException {
        KnowledgeWritten first = written(1, text("The pool opens at nine."));
        bed.send(first);
        bed.awaitEnds(document, 1);
        Path old = directory.resolve(first.blob());
        Files.delete(old);
        Path obstacle = Files.createFile(Files.createDirectory(old).resolve("obstacle"));
        bed.send(written(2, text("The pool opens at ten.")));
        bed.awaitUntil(document, IngestTestBed.workOf(document, "attempts > 3 or outcome = 'failed'"));

        DocumentRow searched = bed.document(document);
        assertThat(searched.status()).isEqualTo("completed");
        assertThat(searched.slug()).isNull();
        assertThat(chunks("text")).containsExactly("The pool opens at ten.");

        Files.delete(obstacle);
        assertThat(bed.awaitEnds(document, 2)).isEqualTo(searched);
        assertThat(old).doesNotExist();
    }

    @Test
    void an_older_content_that_comes_late_changes_nothing_and_its_bytes_go_with_the_next() throws IOException {
        KnowledgeWritten older = written(1, text("The pool opens at nine."));
        KnowledgeWritten newer = written(2, text("The pool opens at ten."));
        bed.send(newer);
        bed.awaitEnds(document, 1);
        bed.send(older);
        bed.awaitEnds(document, 2);

        assertThat(chunks("text")).containsExactly("The pool opens at ten.");
        bed.send(written(3, text("The pool is closed.")));
        bed.awaitEnds(document, 3);
        assertThat(chunks("text")).containsExactly("The pool is closed.");
        assertThat(bed.blobs.size(BlobKey.of(older.blob()))).isEmpty();
        assertThat(bed.blobs.size(BlobKey.of(newer.blob()))).isEmpty();
    }

    @Test
    void a_deletion_takes_the_bytes_of_all_contents_also_of_one_that_comes_after_it() throws IOException {
        KnowledgeWritten first = written(1, text("The pool opens at nine."));
        KnowledgeWritten second = written(2, text("!"));
        bed.send(first);
        bed.awaitEnds(document, 1);
        bed.send(second);
        assertThat(bed.awaitEnds(document, 2).slug()).isEqualTo("empty");
        KnowledgeWritten late = written(3, text("The pool is closed."));
        bed.send(new DocumentDeleted(Ids.next(), tenant.value(), Instant.EPOCH, document, second.blob()));
        bed.awaitUntil(document, "deleted_at is not null");
        bed.send(late);
        bed.awaitEnds(document, 2);

        assertThat(chunks("text")).isEmpty();
        for (KnowledgeWritten message : List.of(first, second, late)) {
            assertThat(bed.blobs.size(BlobKey.of(message.blob()))).isEmpty();
        }
    }

    private static WrittenKnowledge text(String text) {
        return new WrittenKnowledge("Pool", true, List.of(new Passage(null, text)));
    }

    private KnowledgeWritten written(int revision, WrittenKnowledge knowledge) throws IOException {
        byte[] bytes = knowledge.toBytes();
        StoredBlob stored = bed.blobs.write(new BlobKey(tenant, Ids.next()), new ByteArrayInputStream(bytes),
                bytes.length);
        return new KnowledgeWritten(Ids.next(), tenant.value(), Instant.EPOCH, document, knowledge.title(),
                stored.key().toString(), stored.sha256(), revision);
    }

    private List<String> chunks(String column) {
        return bed.sql.sql("select c." + column + " from ingest.chunks c where document_id = :id order by ordinal")
                .param("id", document).query(String.class).list();
    }
}
