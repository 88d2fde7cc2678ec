package dev.csai.chat.knowledge.written;

import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.knowledge.Blobs;
import dev.csai.chat.knowledge.Document;
import dev.csai.chat.knowledge.Documents;
import dev.csai.chat.knowledge.Documents.Added;
import dev.csai.chat.knowledge.Kind;
import dev.csai.chat.knowledge.NewDocument;
import dev.csai.chat.once.IdempotencyKey;
import dev.csai.chat.once.Once;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.blob.StoredBlob;
import dev.csai.shared.knowledge.WrittenKnowledge;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents made of what members type. The bytes are stored first, at an address of their own for each content; the
 * words, the document's row and the message about it are one transaction.
 */
@Component
class WrittenDocuments {

    private static final String KEEP = """
            insert into chat.written_knowledge (tenant_id, document_id, content)
            values (:tenant, :document, cast(:content as jsonb))
            on conflict (tenant_id, document_id) do update set content = excluded.content
            """;

    private static final String READ = """
            select w.content::text from chat.written_knowledge w
            join chat.documents d on d.tenant_id = w.tenant_id and d.id = w.document_id
            where w.tenant_id = :tenant and d.kind = :kind and d.deleted_at is null
            """;

    private final TenantTransaction transaction;
    private final Documents documents;
    private final Blobs blobs;
    private final Once once;
    private final JsonMapper json;

    WrittenDocuments(TenantTransaction transaction, Documents documents, Blobs blobs, Once once, JsonMapper json) {
        this.transaction = transaction;
        this.documents = documents;
        this.blobs = blobs;
        this.once = once;
        this.json = json;
    }

    /** The same words twice are the same document. */
    Mono<Document> add(TenantId tenant, Content content, IdempotencyKey idempotency) {
        UUID id = Ids.next();
        return stored(tenant, content, (db, blob) -> once.in(db, idempotency.asking(blob.sha256()), Document.class,
                () -> documents.add(db, tenant, document(id, content, blob)).map(Added::document))
                .map(document -> new Added(document, document.id().equals(id))));
    }

    /** @throws ProblemException {@code not-found}; {@code conflict} if another document of the tenant says the same */
    Mono<Document> replace(TenantId tenant, UUID id, Content content) {
        return stored(tenant, content, (db, blob) -> documents.replace(db, tenant, document(id, content, blob)));
    }

    /** For a kind of which a tenant has one document. */
    Mono<Document> put(TenantId tenant, Content content) {
        return stored(tenant, content, (db, blob) -> documents.add(db, tenant, document(Ids.next(), content, blob))
                .switchIfEmpty(Mono.defer(() -> documents.ofKind(db, tenant, content.kind())
                        .flatMap(known -> documents.replace(db, tenant, document(known.id(), content, blob))))));
    }

    <T extends Content> Mono<T> read(TenantId tenant, Kind kind, UUID id, Class<T> type) {
        return transaction.in(tenant, db -> reading(db, READ + " and d.id = :id", tenant, kind).bind("id", id)
                .mapValue(String.class).one())
                .map(content -> json.readValue(content, type))
                .switchIfEmpty(unknown());
    }

    <T extends Content> Mono<T> readOnly(TenantId tenant, Kind kind, Class<T> type) {
        return transaction.in(tenant, db -> reading(db, READ, tenant, kind).mapValue(String.class).first())
                .map(content -> json.readValue(content, type))
                .switchIfEmpty(unknown());
    }

    private interface Committing {
        Mono<Added> commit(DatabaseClient db, StoredBlob blob);
    }

    private Mono<Document> stored(TenantId tenant, Content content, Committing committing) {
        BlobKey key = new BlobKey(tenant, Ids.next());
        return blobs.write(key, () -> content.toKnowledge().toBytes())
                .flatMap(blob -> transaction.in(tenant, db -> committing.commit(db, blob)
                        .flatMap(added -> added.isNew()
                                ? keep(db, tenant, added.document().id(), content).thenReturn(added)
                                : Mono.just(added))))
                .doOnNext(added -> documents.committed())
                .flatMap(added -> added.isNew()
                        ? Mono.just(added.document())
                        : blobs.drop(key).thenReturn(added.document()))
                .onErrorMap(DuplicateKeyException.class, e -> ProblemException.of(ProblemType.CONFLICT,
                        "Another document holds exactly this."))
                .onErrorResume(ProblemException.class, refused -> blobs.drop(key).then(Mono.error(refused)));
    }

    private Mono<Long> keep(DatabaseClient db, TenantId tenant, UUID document, Content content) {
        return db.sql(KEEP)
                .bind("tenant", tenant.value())
                .bind("document", document)
                .bind("content", json.writeValueAsString(content))
                .fetch()
                .rowsUpdated();
    }

    private static DatabaseClient.GenericExecuteSpec reading(DatabaseClient db, String sql, TenantId tenant,
            Kind kind) {
        return db.sql(sql).bind("tenant", tenant.value()).bind("kind", kind.word());
    }

    private static NewDocument document(UUID id, Content content, StoredBlob blob) {
        return new NewDocument(id, content.kind(), content.toKnowledge().title(), WrittenKnowledge.CONTENT_TYPE, blob);
    }

    private static <T> Mono<T> unknown() {
        return Mono.error(() -> ProblemException.notFound("document"));
    }
}
