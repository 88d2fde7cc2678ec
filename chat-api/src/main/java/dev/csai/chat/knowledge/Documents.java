package dev.csai.chat.knowledge;

import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.knowledge.DocumentRow.Telling;
import dev.csai.chat.web.Page;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.message.DocumentDeleted;
import dev.csai.shared.outbox.OutboxRelay;
import dev.csai.shared.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The documents of a tenant. A change and the message that tells of it are one transaction. */
@Component
public class Documents {

    private static final UUID NEWEST = new UUID(-1, -1);

    private final TenantTransaction transaction;
    private final DocumentTable table;
    private final OutboxRelay relay;
    private final Clock clock;

    Documents(TenantTransaction transaction, DocumentTable table, OutboxRelay relay, Clock clock) {
        this.transaction = transaction;
        this.table = table;
        this.relay = relay;
        this.clock = clock;
    }

    /** @param isNew false when the tenant had the same bytes already, so that those just stored are not needed */
    public record Added(Document document, boolean isNew) {}

    Mono<Added> add(TenantId tenant, NewDocument document) {
        return transaction.in(tenant, db -> add(db, tenant, document)).doOnNext(added -> committed());
    }

    /**
     * In the caller's transaction, after which {@link #committed()} is due. Empty if the tenant may have one document
     * of this kind only and has another.
     */
    public Mono<Added> add(DatabaseClient db, TenantId tenant, NewDocument document) {
        Instant now = clock.instant();
        return table.insert(db, tenant, document, now)
                .flatMap(inserted -> inserted
                        ? told(db, tenant, document.id(), now)
                        : table.byContent(db, tenant, document.kind(), document.blob().sha256())
                                .map(row -> new Added(row.document(), false)));
    }

    /**
     * Puts another content in the place of a document's, in the caller's transaction, after which {@link #committed()}
     * is due. What was searched before is searched until the new content is ready.
     *
     * @throws ProblemException {@code not-found} if there is no such document of the kind
     * @throws org.springframework.dao.DuplicateKeyException if another document has this content
     */
    public Mono<Added> replace(DatabaseClient db, TenantId tenant, NewDocument document) {
        Instant now = clock.instant();
        return table.replace(db, tenant, document, now)
                .flatMap(replaced -> replaced
                        ? told(db, tenant, document.id(), now)
                        : table.byId(db, tenant, document.id())
                                .filter(row -> row.kind() == document.kind())
                                .map(row -> new Added(row.document(), false)))
                .switchIfEmpty(unknown());
    }

    private Mono<Added> told(DatabaseClient db, TenantId tenant, UUID id, Instant now) {
        return table.byId(db, tenant, id)
                .flatMap(row -> table.tell(db, row.written(tenant, Ids.next(), now))
                        .thenReturn(new Added(row.document(), true)));
    }

    /** Messages wait in the outbox; saying so here spares them a while. */
    public void committed() {
        relay.wake();
    }

    public Mono<Document> get(TenantId tenant, UUID id) {
        return row(tenant, id).map(DocumentRow::document);
    }

    Mono<DocumentRow> row(TenantId tenant, UUID id) {
        return transaction.in(tenant, db -> table.byId(db, tenant, id)).switchIfEmpty(unknown());
    }

    /** The one document of a kind of which there is one. */
    public Mono<Document> ofKind(DatabaseClient db, TenantId tenant, Kind kind) {
        return table.ofKind(db, tenant, kind).map(DocumentRow::document);
    }

    /** Newest first. */
    Mono<Page<Document>> list(TenantId tenant, int limit, @Nullable UUID before) {
        return transaction.in(tenant, db -> table.before(db, tenant, before == null ? NEWEST : before, limit + 1)
                .map(DocumentRow::document)
                .collectList())
                .map(found -> Page.of(found, limit, document -> document.id().toString()));
    }

    Mono<Document> reprocess(TenantId tenant, UUID id) {
        return transaction.in(tenant, db -> table.byId(db, tenant, id)
                .flatMap(row -> table.tell(db, row.again(tenant, Ids.next(), clock.instant()))
                        .thenReturn(row.document())))
                .doOnNext(document -> committed())
                .switchIfEmpty(unknown());
    }

    /** When this completes, no search and no new answer sees the document. */
    Mono<Void> delete(TenantId tenant, UUID id) {
        Instant now = clock.instant();
        return transaction.in(tenant, db -> db.sql("""
                with forgotten as (
                  delete from chat.written_knowledge where tenant_id = :tenant and document_id = :id)
                update chat.documents set deleted_at = :now
                where tenant_id = :tenant and id = :id and deleted_at is null returning blob
                """)
                .bind("now", now)
                .bind("tenant", tenant.value())
                .bind("id", id)
                .mapValue(String.class)
                .one()
                .flatMap(blob -> table.tell(db, deleted(tenant, id, blob, now)).thenReturn(blob)))
                .doOnNext(blob -> committed())
                .switchIfEmpty(unknown())
                .then();
    }

    private static Telling deleted(TenantId tenant, UUID id, String blob, Instant now) {
        return new Telling(new DocumentDeleted(Ids.next(), tenant.value(), now, id, blob),
                DocumentDeleted.DESTINATION);
    }

    private static <T> Mono<T> unknown() {
        return Mono.error(() -> ProblemException.notFound("document"));
    }
}
