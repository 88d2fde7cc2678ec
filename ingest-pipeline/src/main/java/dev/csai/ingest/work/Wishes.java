package dev.csai.ingest.work;

import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.db.TenantTransactions;
import dev.csai.shared.message.DocumentDeleted;
import dev.csai.shared.message.DocumentReprocessingRequested;
import dev.csai.shared.message.DocumentUploaded;
import dev.csai.shared.message.KnowledgeWritten;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Accepts what is wished for documents. The same wish twice is one piece of work, whether the first is waiting, running
 * or done; a deleted document stays deleted, in whatever order its messages come.
 */
final class Wishes {

    private static final String KNOW_DOCUMENT = """
            insert into ingest.documents (tenant_id, document_id, status, updated_at)
            values (:tenant, :document, 'pending', :now)
            on conflict (tenant_id, document_id) do nothing
            """;

    private static final String LOCK_DOCUMENT = """
            select deleted_at is not null from ingest.documents
            where tenant_id = :tenant and document_id = :document for update
            """;

    private static final String ADD_WORK = """
            insert into ingest.work
              (tenant_id, id, kind, document_id, wish, file_name, blob, sha256, written, revision, accepted_at,
              not_before)
            values (:tenant, :id, :kind, :document, :wish, :fileName, :blob, :sha256, :written, :revision, :now, :now)
            on conflict (tenant_id, document_id, wish) do nothing
            """;

    private static final String MARK_PENDING = """
            update ingest.documents set status = 'pending', progress = 0, problem = null, sha256 = :sha256, updated_at = :now
            where tenant_id = :tenant and document_id = :document
            """;

    private static final String MARK_DELETED = """
            update ingest.documents
            set deleted_at = :now, active_generation_id = null, updated_at = :now
            where tenant_id = :tenant and document_id = :document and deleted_at is null
            """;

    private static final String WITHDRAW_WORK = """
            update ingest.work set finished_at = :now, outcome = 'withdrawn', leased_until = null
            where tenant_id = :tenant and document_id = :document and kind = 'ingest' and finished_at is null
            """;

    /** Nothing is changed where a newer content is known. */
    private static final String KNOW_REVISION = """
            update ingest.documents set revision = :revision
            where tenant_id = :tenant and document_id = :document and revision <= :revision
            """;

    private static final String WITHDRAW_OLDER = WITHDRAW_WORK + " and revision < :revision";

    /** What came late is kept as withdrawn, so that its bytes are known and go with the others. */
    private static final String WITHDRAW_LATE = WITHDRAW_WORK + " and wish = :wish";

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    Wishes(TenantTransactions transactions, JdbcClient jdbc, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void accept(DocumentUploaded message) {
        var wish = Wish.ofFile(new TenantId(message.tenantId()), message.documentId(), message.sha256(),
                message.fileName(), message.blob(), message.sha256());
        transactions.run(wish.tenant(), () -> ingest(wish));
    }

    void accept(DocumentReprocessingRequested message) {
        var wish = Wish.ofFile(new TenantId(message.tenantId()), message.documentId(),
                message.sha256() + "/" + message.messageId(), message.fileName(), message.blob(), message.sha256());
        transactions.run(wish.tenant(), () -> ingest(wish));
    }

    void accept(KnowledgeWritten message) {
        var wish = new Wish(new TenantId(message.tenantId()), Work.Kind.INGEST, message.documentId(),
                message.sha256() + "/" + message.messageId(), message.title(), message.blob(), message.sha256(), true,
                message.revision());
        transactions.run(wish.tenant(), () -> ingestWritten(wish));
    }

    void accept(DocumentDeleted message) {
        var wish = Wish.ofPurge(new TenantId(message.tenantId()), message.documentId(), "purge", message.blob());
        transactions.run(wish.tenant(), () -> purge(wish));
    }

    private void ingest(Wish wish) {
        if (!knownAsDeleted(wish) && add(wish)) {
            aboutDocument(MARK_PENDING, wish).param("sha256", wish.sha256()).param("now", now()).update();
        }
    }

    private void ingestWritten(Wish wish) {
        if (knownAsDeleted(wish)) {
            // The purge that has been asked for does not know these bytes.
            add(Wish.ofPurge(wish.tenant(), wish.documentId(), "purge " + wish.blob(), wish.blob()));
        } else if (aboutDocument(KNOW_REVISION, wish).param("revision", wish.revision()).update() == 0) {
            add(wish);
            aboutDocument(WITHDRAW_LATE, wish).param("wish", wish.text()).param("now", now()).update();
        } else if (add(wish)) {
            aboutDocument(WITHDRAW_OLDER, wish).param("revision", wish.revision()).param("now", now()).update();
            aboutDocument(MARK_PENDING, wish).param("sha256", wish.sha256()).param("now", now()).update();
        }
    }

    private void purge(Wish wish) {
        if (!knownAsDeleted(wish)) {
            aboutDocument(MARK_DELETED, wish).param("now", now()).update();
            aboutDocument(WITHDRAW_WORK, wish).param("now", now()).update();
            add(wish);
        }
    }

    /** Makes sure there is a row to lock, so that a deletion which overtakes its upload is remembered. */
    private boolean knownAsDeleted(Wish wish) {
        aboutDocument(KNOW_DOCUMENT, wish).param("now", now()).update();
        return aboutDocument(LOCK_DOCUMENT, wish).query(Boolean.class).single();
    }

    private boolean add(Wish wish) {
        return aboutDocument(ADD_WORK, wish)
                .param("id", Ids.next())
                .param("kind", wish.kind().column())
                .param("wish", wish.text())
                .param("fileName", wish.fileName())
                .param("blob", wish.blob())
                .param("sha256", wish.sha256())
                .param("written", wish.written())
                .param("revision", wish.revision())
                .param("now", now())
                .update() == 1;
    }

    private JdbcClient.StatementSpec aboutDocument(String sql, Wish wish) {
        return jdbc.sql(sql).param("tenant", wish.tenant().value()).param("document", wish.documentId());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private record Wish(TenantId tenant, Work.Kind kind, UUID documentId, String text, String fileName, String blob,
            String sha256, boolean written, int revision) {

        private static final int FIRST = 1;

        static Wish ofFile(TenantId tenant, UUID document, String text, String fileName, String blob, String sha256) {
            return new Wish(tenant, Work.Kind.INGEST, document, text, fileName, blob, sha256, false, FIRST);
        }

        static Wish ofPurge(TenantId tenant, UUID document, String text, String blob) {
            return new Wish(tenant, Work.Kind.PURGE, document, text, "", blob, "", false, FIRST);
        }
    }
}
