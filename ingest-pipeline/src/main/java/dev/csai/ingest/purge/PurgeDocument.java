package dev.csai.ingest.purge;

import dev.csai.ingest.index.ChunkIndex;
import dev.csai.ingest.work.Attempt;
import dev.csai.ingest.work.HeldWork;
import dev.csai.ingest.work.Work;
import dev.csai.ingest.work.WorkDoer;
import dev.csai.ingest.work.WorkEnd;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.blob.BlobStore;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Removes what a deleted document left. Only its identifiers stay, so that a message which comes late cannot bring it
 * back.
 */
final class PurgeDocument implements WorkDoer {

    /** Also those the document had before, and its own. */
    private static final String CONTENTS = """
            select distinct blob from ingest.work where tenant_id = :tenant and document_id = :document
            """;

    private static final String FORGET_WISHES = """
            delete from ingest.work where tenant_id = :tenant and document_id = :document and kind = 'ingest'
            """;

    private static final String FORGET_OUTCOME = """
            update ingest.documents
            set problem = null, sha256 = null, progress = 0, chunk_count = 0, unreadable_pages = 0
            where tenant_id = :tenant and document_id = :document
            """;

    private final ChunkIndex index;
    private final BlobStore blobs;
    private final HeldWork held;
    private final JdbcClient jdbc;

    PurgeDocument(ChunkIndex index, BlobStore blobs, HeldWork held, JdbcClient jdbc) {
        this.index = index;
        this.blobs = blobs;
        this.held = held;
        this.jdbc = jdbc;
    }

    @Override
    public Work.Kind kind() {
        return Work.Kind.PURGE;
    }

    @Override
    public Done work(Attempt attempt) throws IOException {
        Work work = attempt.work();
        held.run(attempt, () -> index.dropInactive(work.tenant(), work.documentId()));
        for (String blob : held.call(attempt, () -> aboutDocument(CONTENTS, work).query(String.class).list())) {
            delete(BlobKey.of(blob), work);
        }
        return new Done(WorkEnd.COMPLETED, () -> forget(work));
    }

    private void delete(BlobKey blob, Work work) throws IOException {
        if (!blob.tenant().equals(work.tenant())) {
            throw new IllegalStateException("the blob of document " + work.documentId() + " is another tenant's");
        }
        blobs.delete(blob);
    }

    private int forget(Work work) {
        aboutDocument(FORGET_WISHES, work).update();
        aboutDocument(FORGET_OUTCOME, work).update();
        return 0;
    }

    /** What was deleted must not stay, so there is no last attempt. */
    @Override
    public Optional<IntSupplier> givingUp(Work work, Reason reason) {
        return Optional.empty();
    }

    private JdbcClient.StatementSpec aboutDocument(String sql, Work work) {
        return jdbc.sql(sql).param("tenant", work.tenant().value()).param("document", work.documentId());
    }
}
