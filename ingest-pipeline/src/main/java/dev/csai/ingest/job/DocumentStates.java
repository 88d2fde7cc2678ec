package dev.csai.ingest.job;

import dev.csai.ingest.work.Work;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What a document's owner sees of its ingestion. Every method works in the caller's transaction. */
final class DocumentStates {

    private static final String PROCESSING = """
            update ingest.documents set status = 'processing', progress = :progress, problem = null, updated_at = :now
            where tenant_id = :tenant and document_id = :document
            """;

    /** An older generation, if there is one, stays searchable. */
    private static final String FAILED = """
            update ingest.documents
            set status = 'failed', problem = :problem::jsonb, updated_at = :now
            where tenant_id = :tenant and document_id = :document
            """;

    private static final String CHUNK_COUNT = """
            select chunk_count from ingest.documents where tenant_id = :tenant and document_id = :document
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    DocumentStates(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param progress 0 to 99; 100 is what activation sets */
    void processing(Work work, int progress) {
        of(PROCESSING, work).param("progress", progress).update();
    }

    void failed(Work work, DocumentProblem problem) {
        of(FAILED, work).param("problem", json.writeValueAsString(problem)).update();
    }

    /** Of the generation that search sees. */
    int chunkCount(Work work) {
        return jdbc.sql(CHUNK_COUNT)
                .param("tenant", work.tenant().value())
                .param("document", work.documentId())
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec of(String sql, Work work) {
        return jdbc.sql(sql)
                .param("tenant", work.tenant().value())
                .param("document", work.documentId())
                .param("now", Timestamp.from(clock.instant()));
    }
}
