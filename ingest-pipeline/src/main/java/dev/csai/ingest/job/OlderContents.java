package dev.csai.ingest.job;

import dev.csai.ingest.work.Attempt;
import dev.csai.ingest.work.HeldWork;
import dev.csai.ingest.work.Work;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.blob.BlobStore;
import java.io.IOException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bytes of a document's earlier contents, which nobody needs once the new content is searched. */
final class OlderContents {

    private static final String FIND = """
            select distinct blob from ingest.work
            where tenant_id = :tenant and document_id = :document and kind = 'ingest' and revision < :revision
              and blob <> :blob
            """;

    /** Should an older piece of work be taken up again, it reads what the document says now. */
    private static final String FORGET = """
            update ingest.work set blob = :blob
            where tenant_id = :tenant and document_id = :document and kind = 'ingest' and revision < :revision
            """;

    private final BlobStore blobs;
    private final HeldWork held;
    private final JdbcClient jdbc;

    OlderContents(BlobStore blobs, HeldWork held, JdbcClient jdbc) {
        this.blobs = blobs;
        this.held = held;
        this.jdbc = jdbc;
    }

    /** Repeatable: an address is forgotten only after its bytes are gone. */
    void drop(Attempt attempt) throws IOException {
        Work work = attempt.work();
        List<String> older = held.call(attempt, () -> of(FIND, work).query(String.class).list());
        for (String blob : older) {
            blobs.delete(BlobKey.of(blob));
        }
        if (!older.isEmpty()) {
            held.run(attempt, () -> of(FORGET, work).update());
        }
    }

    private JdbcClient.StatementSpec of(String sql, Work work) {
        return jdbc.sql(sql)
                .param("tenant", work.tenant().value())
                .param("document", work.documentId())
                .param("revision", work.revision())
                .param("blob", work.blob());
    }
}
