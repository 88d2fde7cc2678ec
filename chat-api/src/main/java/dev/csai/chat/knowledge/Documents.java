package dev.csai.chat.knowledge;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.knowledge.Receiving.NewDocument;
import dev.csai.chat.web.Page;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.message.DocumentDeleted;
import dev.csai.shared.message.DocumentReprocessingRequested;
import dev.csai.shared.message.DocumentUploaded;
import dev.csai.shared.message.Message;
import dev.csai.shared.outbox.Outbox;
import dev.csai.shared.outbox.OutboxRelay;
import dev.csai.shared.outbox.OutboxRow;
import dev.csai.shared.problem.ProblemException;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The documents of a tenant: chat's rows, joined with what ingest-pipeline tells of its work. */
@Component
class Documents {

    private static final String SELECT = """
            select d.id, d.file_name, d.content_type, d.size_bytes, d.sha256, d.blob, d.created_at,
              coalesce(i.status, 'pending') as status, coalesce(i.progress, 0) as progress,
              coalesce(i.chunk_count, 0) as chunk_count, i.problem::text as problem,
              coalesce(i.updated_at, d.created_at) as updated_at
            from chat.documents d
            left join ingest.documents_v1 i on i.tenant_id = d.tenant_id and i.document_id = d.id
            where d.tenant_id = :tenant and d.deleted_at is null
            """;

    private static final String INSERT = """
            insert into chat.documents (tenant_id, id, file_name, content_type, size_bytes, sha256, blob, created_at)
            values (:tenant, :id, :fileName, :contentType, :size, :sha256, :blob, :now)
            on conflict (tenant_id, sha256) where deleted_at is null do nothing
            """;

    private static final UUID NEWEST = new UUID(-1, -1);

    private final TenantTransaction transaction;
    private final OutboxRelay relay;
    private final JsonMapper json;
    private final Clock clock;

    Documents(TenantTransaction transaction, OutboxRelay relay, JsonMapper json, Clock clock) {
        this.transaction = transaction;
        this.relay = relay;
        this.json = json;
        this.clock = clock;
    }

    /** @param isNew false when the tenant had the same bytes already */
    record Added(Document document, boolean isNew) {}

    private record Row(Document document, String sha256, String blob) {}

    Mono<Added> add(TenantId tenant, NewDocument upload) {
        UUID id = upload.blob().key().documentId();
        Instant now = clock.instant();
        Message uploaded = new DocumentUploaded(Ids.next(), tenant.value(), now, id, upload.fileName(),
                upload.blob().key().toString(), upload.blob().sha256(), upload.blob().sizeBytes());
        return transaction.in(tenant, db -> db.sql(INSERT)
                .bind("tenant", tenant.value())
                .bind("id", id)
                .bind("fileName", upload.fileName())
                .bind("contentType", upload.contentType())
                .bind("size", upload.blob().sizeBytes())
                .bind("sha256", upload.blob().sha256())
                .bind("blob", upload.blob().key().toString())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1
                        ? tell(db, uploaded, DocumentUploaded.DESTINATION).then(byId(db, tenant, id))
                                .map(row -> new Added(row.document(), true))
                        : bySha256(db, tenant, upload.blob().sha256()).map(row -> new Added(row.document(), false))))
                .doOnNext(added -> relay.wake());
    }

    Mono<Document> get(TenantId tenant, UUID id) {
        return transaction.in(tenant, db -> byId(db, tenant, id)).map(Row::document).switchIfEmpty(unknown());
    }

    /** Newest first. */
    Mono<Page<Document>> list(TenantId tenant, int limit, @Nullable UUID before) {
        return transaction.in(tenant, db -> db.sql(SELECT + " and d.id < :before order by d.id desc limit :limit")
                .bind("tenant", tenant.value())
                .bind("before", before == null ? NEWEST : before)
                .bind("limit", limit + 1)
                .map(this::row)
                .all()
                .map(Row::document)
                .collectList())
                .map(found -> Page.of(found, limit, document -> document.id().toString()));
    }

    Mono<Document> reprocess(TenantId tenant, UUID id) {
        return transaction.in(tenant, db -> byId(db, tenant, id)
                .flatMap(row -> tell(db, reprocessing(tenant, row), DocumentReprocessingRequested.DESTINATION)
                        .thenReturn(row.document())))
                .doOnNext(document -> relay.wake())
                .switchIfEmpty(unknown());
    }

    private Message reprocessing(TenantId tenant, Row row) {
        Document document = row.document();
        return new DocumentReprocessingRequested(Ids.next(), tenant.value(), clock.instant(), document.id(),
                document.fileName(), row.blob(), row.sha256(), document.sizeBytes());
    }

    /** When this completes, no search and no new answer sees the document. */
    Mono<Void> delete(TenantId tenant, UUID id) {
        Instant now = clock.instant();
        return transaction.in(tenant, db -> db.sql("""
                update chat.documents set deleted_at = :now
                where tenant_id = :tenant and id = :id and deleted_at is null returning blob
                """)
                .bind("now", now)
                .bind("tenant", tenant.value())
                .bind("id", id)
                .mapValue(String.class)
                .one()
                .flatMap(blob -> tell(db, new DocumentDeleted(Ids.next(), tenant.value(), now, id, blob),
                        DocumentDeleted.DESTINATION).thenReturn(blob)))
                .doOnNext(blob -> relay.wake())
                .switchIfEmpty(unknown())
                .then();
    }

    private Mono<Row> byId(DatabaseClient db, TenantId tenant, UUID id) {
        return db.sql(SELECT + " and d.id = :id").bind("tenant", tenant.value()).bind("id", id).map(this::row).one();
    }

    private Mono<Row> bySha256(DatabaseClient db, TenantId tenant, String sha256) {
        return db.sql(SELECT + " and d.sha256 = :sha256")
                .bind("tenant", tenant.value())
                .bind("sha256", sha256)
                .map(this::row)
                .one();
    }

    private Mono<Long> tell(DatabaseClient db, Message message, String destination) {
        OutboxRow row = OutboxRow.of(message, destination, json);
        return db.sql(Outbox.insertInto("chat"))
                .bind("id", row.id())
                .bind("tenant", row.tenantId())
                .bind("destination", row.destination())
                .bind("payload", row.payload())
                .fetch()
                .rowsUpdated();
    }

    private Row row(Readable row) {
        String problem = row.get("problem", String.class);
        Document document = new Document(required(row, "id", UUID.class), required(row, "file_name", String.class),
                required(row, "content_type", String.class), required(row, "size_bytes", Long.class),
                required(row, "status", String.class), required(row, "progress", Integer.class),
                required(row, "chunk_count", Integer.class), problem == null ? null : json.readTree(problem),
                required(row, "created_at", Instant.class), required(row, "updated_at", Instant.class));
        return new Row(document, required(row, "sha256", String.class), required(row, "blob", String.class));
    }

    private static <T> Mono<T> unknown() {
        return Mono.error(() -> ProblemException.notFound("document"));
    }
}
