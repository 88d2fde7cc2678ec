package dev.csai.chat.knowledge.upload;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Snapshot;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.knowledge.Documents;
import dev.csai.chat.knowledge.Documents.Added;
import dev.csai.chat.knowledge.Kind;
import dev.csai.chat.knowledge.NewDocument;
import dev.csai.chat.once.IdempotencyKey;
import dev.csai.chat.once.Once;
import dev.csai.shared.TenantId;
import dev.csai.shared.blob.StoredBlob;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The uploads of a tenant, as rows. */
@Component
class Uploads {

    /** Each may hold ten megabytes that nobody has looked at. */
    private static final int MOST_OPEN = 100;
    private static final Duration RETRY_AFTER = Duration.ofMinutes(5);

    private static final String BEGIN = """
            insert into chat.uploads (tenant_id, id, file_name, content_type, size_bytes, created_at, expires_at)
            select :tenant, :id, :fileName, :contentType, :size, :now, :expires
            where (select count(*) from chat.uploads
              where tenant_id = :tenant and document_id is null and expires_at > :now) < :most
            """;

    private static final String FIND = """
            select id, file_name, content_type, size_bytes, expires_at, confirmations, document_id, kept_copy
            from chat.uploads where tenant_id = :tenant and id = :id
            """;

    private static final String BEGIN_COPY = """
            update chat.uploads set confirmations = confirmations + 1
            where tenant_id = :tenant and id = :id and document_id is null and swept_at is null
            returning confirmations
            """;

    private static final String CONFIRM = """
            update chat.uploads set document_id = :document, kept_copy = case when :kept then cast(:copy as int) end
            where tenant_id = :tenant and id = :id
            """;

    private static final String CLAIM = """
            update chat.uploads set swept_at = :now where tenant_id = :tenant and id = :id and document_id is null
            """;

    private final TenantTransaction transaction;
    private final Documents documents;
    private final Once once;
    private final Audit audit;
    private final Clock clock;

    Uploads(TenantTransaction transaction, Documents documents, Once once, Audit audit, Clock clock) {
        this.transaction = transaction;
        this.audit = audit;
        this.documents = documents;
        this.once = once;
        this.clock = clock;
    }

    /**
     * @param answer to whoever announced it
     * @throws ProblemException {@code rate-limited} if the tenant has too many open already
     */
    Mono<PresignedUpload> begin(Upload upload, PresignedUpload answer, IdempotencyKey idempotency) {
        return transaction.in(upload.tenant(), db -> once.in(db,
                idempotency.asking(upload.fileName(), upload.contentType(), upload.sizeBytes()), PresignedUpload.class,
                () -> begin(db, upload).thenReturn(answer)));
    }

    private Mono<Void> begin(DatabaseClient db, Upload upload) {
        return db.sql(BEGIN)
                .bind("tenant", upload.tenant().value())
                .bind("id", upload.id())
                .bind("fileName", upload.fileName())
                .bind("contentType", upload.contentType())
                .bind("size", upload.sizeBytes())
                .bind("now", clock.instant())
                .bind("expires", upload.expiresAt())
                .bind("most", MOST_OPEN)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> ProblemException.retryLater(ProblemType.RATE_LIMITED,
                        "Too many uploads wait for their bytes. Confirm them or let them expire.", RETRY_AFTER)))
                .flatMap(begun -> told(db, upload));
    }

    private Mono<Void> told(DatabaseClient db, Upload upload) {
        return audit.changed(db, upload.tenant(), Target.of("document", upload.id()), null,
                new UploadSnapshot(upload.fileName(), upload.contentType(), upload.sizeBytes()));
    }

    private record UploadSnapshot(String fileName, String contentType, long sizeBytes) implements Snapshot {}

    Mono<Upload> find(TenantId tenant, UUID id) {
        return transaction.in(tenant, db -> of(db, FIND, tenant, id).map(row -> upload(tenant, row)).one());
    }

    /** The number of a new copy; empty if the bytes were confirmed or swept meanwhile. */
    Mono<Integer> beginCopy(Upload upload) {
        return transaction.in(upload.tenant(), db -> of(db, BEGIN_COPY, upload.tenant(), upload.id())
                .mapValue(Integer.class).one());
    }

    /**
     * Makes the copy a document, unless an earlier document or another confirmation was first; empty if the upload was
     * swept meanwhile.
     */
    Mono<UUID> confirm(Upload upload, int copy, StoredBlob blob) {
        TenantId tenant = upload.tenant();
        return transaction.in(tenant, db -> of(db, FIND + " and swept_at is null for update", tenant, upload.id())
                .map(row -> upload(tenant, row))
                .one()
                .flatMap(found -> found.documentId() != null
                        ? Mono.just(found.documentId())
                        : documents.add(db, tenant, document(upload, blob))
                                .flatMap(added -> confirmed(db, upload, copy, added))))
                .doOnNext(document -> documents.committed());
    }

    private static NewDocument document(Upload upload, StoredBlob blob) {
        return new NewDocument(upload.id(), Kind.FILE, upload.fileName(), upload.contentType(), blob);
    }

    private static Mono<UUID> confirmed(DatabaseClient db, Upload upload, int copy, Added added) {
        UUID document = added.document().id();
        return of(db, CONFIRM, upload.tenant(), upload.id())
                .bind("document", document)
                .bind("kept", added.isNew())
                .bind("copy", copy)
                .fetch()
                .rowsUpdated()
                .thenReturn(document);
    }

    /** From now on nobody can confirm it; what was confirmed before stays so. */
    Mono<Upload> claimForSweeping(TenantId tenant, UUID id) {
        return transaction.in(tenant, db -> of(db, CLAIM, tenant, id).bind("now", clock.instant()).fetch().rowsUpdated()
                .then(Mono.defer(() -> of(db, FIND, tenant, id).map(row -> upload(tenant, row)).one())));
    }

    Mono<Long> forget(Upload upload) {
        return transaction.in(upload.tenant(),
                db -> of(db, "delete from chat.uploads where tenant_id = :tenant and id = :id", upload.tenant(),
                        upload.id()).fetch().rowsUpdated());
    }

    private static DatabaseClient.GenericExecuteSpec of(DatabaseClient db, String sql, TenantId tenant, UUID id) {
        return db.sql(sql).bind("tenant", tenant.value()).bind("id", id);
    }

    private static Upload upload(TenantId tenant, Readable row) {
        return new Upload(tenant, required(row, "id", UUID.class), required(row, "file_name", String.class),
                required(row, "content_type", String.class), required(row, "size_bytes", Long.class),
                required(row, "expires_at", Instant.class), required(row, "confirmations", Integer.class),
                row.get("document_id", UUID.class), row.get("kept_copy", Integer.class));
    }
}
