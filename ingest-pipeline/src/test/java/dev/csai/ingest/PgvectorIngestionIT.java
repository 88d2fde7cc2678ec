package dev.csai.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.ingest.IngestTestBed.DocumentRow;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.db.VectorForm;
import dev.csai.shared.embedding.MiniLmEmbeddingModel;
import dev.csai.shared.message.DocumentUploaded;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app as it is delivered, told to keep vectors in pgvector. */
class PgvectorIngestionIT {

    private static final String PASSAGE = "An item may be returned within thirty days, unused and with its receipt.";

    @TempDir
    private Path directory;

    @Test
    void vectors_come_with_their_generation_survive_a_failed_attempt_and_go_with_their_document() {
        try (var bed = new IngestTestBed(directory, VectorForm.PGVECTOR)) {
            failOnceOnVectors(bed);
            bed.start(null);

            DocumentUploaded message = bed.upload(new TenantId(Ids.next()), "terms.txt", PASSAGE);
            DocumentRow row = bed.awaitEnd(message);
            bed.assertSearchable(message);
            assertThat(bed.count("ingest.work where attempts = 2")).isOne();
            assertThat(bed.count("ingest.chunks where embedding is null")).isEqualTo(row.chunkCount()).isOne();
            assertThat(distance(bed, "terms\n" + PASSAGE)).isZero();
            assertThat(bed.drain("csai.usage-recorded.billing-batch")).hasSize(1);

            bed.send(IngestTestBed.reprocessing(message));
            DocumentRow after = bed.awaitEnds(message.documentId(), 2);
            assertThat(bed.count("ingest.vectors where generation_id = '" + after.activeGenerationId() + "'")).isOne();
            assertThat(bed.count("ingest.vectors")).isOne();

            bed.send(IngestTestBed.deletion(message));
            bed.awaitUntil(message.documentId(), "deleted_at is not null and sha256 is null");
            assertThat(bed.count("ingest.vectors")).isZero();
        }
    }

    /** How far the only vector is from that of a text. */
    private static double distance(IngestTestBed bed, String text) {
        try (var model = new MiniLmEmbeddingModel(1)) {
            return bed.sql.sql("select embedding <-> cast(:vector as vector) from ingest.vectors")
                    .param("vector", Arrays.toString(model.embed(text)))
                    .query(Double.class)
                    .single();
        }
    }

    /** After the chunks of the same transaction were written. */
    private static void failOnceOnVectors(IngestTestBed bed) {
        bed.sql.sql("create sequence public.failures").update();
        bed.sql.sql("grant usage on sequence public.failures to csai_app").update();
        bed.sql.sql("""
                create function public.fail_once() returns trigger language plpgsql as $$
                begin
                  if nextval('public.failures') = 1 then raise exception 'made to fail'; end if;
                  return new;
                end $$
                """).update();
        bed.sql.sql("""
                create trigger fail_once before insert on ingest.vectors
                for each row execute function public.fail_once()
                """).update();
    }
}
