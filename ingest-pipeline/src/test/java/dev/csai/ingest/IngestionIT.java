package dev.csai.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.ingest.IngestTestBed.DocumentRow;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.message.DocumentUploaded;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestionIT {

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
    void an_uploaded_text_becomes_searchable_and_its_usage_is_told_once() {
        DocumentUploaded message = bed.upload(tenant, "handbook.txt", HANDBOOK);

        DocumentRow row = bed.awaitEnd(message);

        bed.assertSearchable(message);
        assertThat(bed.count("ingest.chunks where embedding is not null and document_id = '" + message.documentId()
                + "'")).isEqualTo(row.chunkCount());
        List<String> usage = usageOf(Objects.requireNonNull(row.activeGenerationId()));
        assertThat(usage).hasSize(1);
        int tokens = bed.sql.sql("select sum(tokens) from ingest.chunks where document_id = :id")
                .param("id", message.documentId()).query(Integer.class).single();
        assertThat(usage.getFirst()).contains("\"quantity\":" + tokens, tenant.toString(), "EMBEDDING_TOKENS");
    }

    private static List<String> usageOf(UUID generation) {
        return bed.take("csai.usage-recorded.billing-batch").stream()
                .filter(body -> body.contains(generation.toString()))
                .toList();
    }
}
