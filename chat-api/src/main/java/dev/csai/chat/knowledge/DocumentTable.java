package dev.csai.chat.knowledge;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.knowledge.DocumentRow.Telling;
import dev.csai.chat.outbox.OutboxTable;
import dev.csai.shared.TenantId;
import dev.csai.shared.blob.BlobKey;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Chat's rows of documents, joined with what ingest-pipeline tells; every method works in the caller's transaction. */
@Component
class DocumentTable {

    /** What was told of an older content is not told of this one. */
    static final String SELECT = """
            select d.id, d.kind, d.file_name, d.content_type, d.size_bytes, d.sha256, d.blob, d.revision, d.created_at,
              case when i.revision >= d.revision then i.status else 'pending' end as status,
              case when i.revision >= d.revision then i.progress else 0 end as progress,
              coalesce(i.chunk_count, 0) as chunk_count,
              case when i.revision >= d.revision and i.status = 'completed' then nullif(i.unreadable_pages, 0) end
                as unreadable_pages,
              case when i.revision >= d.revision then i.problem::text end as problem,
              greatest(i.updated_at, d.updated_at) as updated_at
            from chat.documents d
            left join ingest.documents_v1 i on i.tenant_id = d.tenant_id and i.document_id = d.id
            where d.tenant_id = :tenant and d.deleted_at is null
            """;

    private static final String INSERT = """
            insert into chat.documents (tenant_id, id, kind, file_name, content_type, size_bytes, sha256, blob,
              created_at, updated_at)
            values (:tenant, :id, :kind, :fileName, :contentType, :size, :sha256, :blob, :now, :now)
            on conflict do nothing
            """;

    private static final String REPLACE = """
            update chat.documents
            set file_name = :fileName, content_type = :contentType, size_bytes = :size, sha256 = :sha256, blob = :blob,
              revision = revision + 1, updated_at = :now
            where tenant_id = :tenant and id = :id and kind = :kind and deleted_at is null and sha256 <> :sha256
            """;

    private static final String DELETE = """
            with forgotten as (
              delete from chat.written_knowledge where tenant_id = :tenant and document_id = :id)
            update chat.documents set deleted_at = :now where tenant_id = :tenant and id = :id and deleted_at is null
            """;

    private final OutboxTable outbox;
    private final JsonMapper json;

    DocumentTable(OutboxTable outbox, JsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    /** False if the tenant has the same bytes already, or the one document that it may have of the kind. */
    Mono<Boolean> insert(DatabaseClient db, TenantId tenant, NewDocument document, Instant now) {
        return write(db.sql(INSERT), tenant, document, now);
    }

    /** False if the document has this very content already, or is not there. */
    Mono<Boolean> replace(DatabaseClient db, TenantId tenant, NewDocument document, Instant now) {
        return write(db.sql(REPLACE), tenant, document, now);
    }

    private static Mono<Boolean> write(GenericExecuteSpec sql, TenantId tenant, NewDocument document, Instant now) {
        return sql.bind("tenant", tenant.value())
                .bind("id", document.id())
                .bind("kind", document.kind().word())
                .bind("fileName", document.fileName())
                .bind("contentType", document.contentType())
                .bind("size", document.blob().sizeBytes())
                .bind("sha256", document.blob().sha256())
                .bind("blob", document.blob().key().toString())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<DocumentRow> byId(DatabaseClient db, TenantId tenant, UUID id) {
        return db.sql(SELECT + " and d.id = :id").bind("tenant", tenant.value()).bind("id", id).map(this::row).one();
    }

    /** Until the transaction ends nobody else changes it. */
    Mono<DocumentRow> toChange(DatabaseClient db, TenantId tenant, UUID id) {
        return db.sql(SELECT + " and d.id = :id for no key update of d")
                .bind("tenant", tenant.value())
                .bind("id", id)
                .map(this::row)
                .one();
    }

    /** What was typed goes at once; the bytes are the ingestion's to take away. */
    Mono<Long> delete(DatabaseClient db, TenantId tenant, UUID id, Instant now) {
        return db.sql(DELETE).bind("now", now).bind("tenant", tenant.value()).bind("id", id).fetch().rowsUpdated();
    }

    Mono<DocumentRow> byContent(DatabaseClient db, TenantId tenant, Kind kind, String sha256) {
        return db.sql(SELECT + " and d.kind = :kind and d.sha256 = :sha256")
                .bind("tenant", tenant.value())
                .bind("kind", kind.word())
                .bind("sha256", sha256)
                .map(this::row)
                .one();
    }

    Mono<DocumentRow> ofKind(DatabaseClient db, TenantId tenant, Kind kind) {
        return db.sql(SELECT + " and d.kind = :kind")
                .bind("tenant", tenant.value())
                .bind("kind", kind.word())
                .map(this::row)
                .first();
    }

    /** Newest first. */
    Flux<DocumentRow> before(DatabaseClient db, TenantId tenant, UUID id, int limit) {
        return db.sql(SELECT + " and d.id < :before order by d.id desc limit :limit")
                .bind("tenant", tenant.value())
                .bind("before", id)
                .bind("limit", limit)
                .map(this::row)
                .all();
    }

    Mono<Long> tell(DatabaseClient db, Telling telling) {
        return outbox.add(db, telling.message(), telling.destination());
    }

    private DocumentRow row(Readable row) {
        String problem = row.get("problem", String.class);
        Kind kind = Kind.ofWord(required(row, "kind", String.class));
        Document document = new Document(required(row, "id", UUID.class), kind.word(),
                required(row, "file_name", String.class), required(row, "content_type", String.class),
                required(row, "size_bytes", Long.class), required(row, "status", String.class),
                required(row, "progress", Integer.class), required(row, "chunk_count", Integer.class),
                row.get("unreadable_pages", Integer.class),
                problem == null ? null : json.readTree(problem), required(row, "created_at", Instant.class),
                required(row, "updated_at", Instant.class));
        return new DocumentRow(document, kind, required(row, "sha256", String.class),
                BlobKey.of(required(row, "blob", String.class)), required(row, "revision", Integer.class));
    }
}
