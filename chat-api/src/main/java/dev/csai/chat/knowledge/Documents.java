package dev.csai.chat.knowledge;

import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.knowledge.DocumentRow.Telling;
import dev.csai.chat.once.IdempotencyKey;
import dev.csai.chat.once.Once;
import dev.csai.chat.web.Page;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.message.DocumentDeleted;
import dev.csai.shared.outbox.OutboxRelay;
import dev.csai.shared.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The documents of a tenant. A change and the message that tells of it are one transaction. */
@Component
public class Documents {

    private static final UUID NEWEST = new UUID(-1, -1);

    private final TenantTransaction transaction;
    private final DocumentTable table;
    private final OutboxRelay relay;
    private final Once once;
    private final Audit audit;
    private final Clock clock;

    Documents(TenantTransaction transaction, DocumentTable table, OutboxRelay relay, Once once, Audit audit,
            Clock clock) {
        this.transaction = transaction;
        this.audit = audit;
        this.table = table;
        this.relay = relay;
        this.once = once;
        this.clock = clock;
    }

    /** @param isNew false when the tenant had the same bytes already, so that those just stored are not needed */
    public record Added(Document document, boolean isNew) {}

    /** All of them or none; in their order. */
    Mono<List<Document>> add(TenantId tenant, List<NewDocument> files, IdempotencyKey idempotency) {
        List<FileContent> what = files.stream().map(FileContent::of).toList();
        return transaction.in(tenant, db -> once.in(db, idempotency.asking(what), Document[].class,
                () -> add(db, tenant, files)))
                .map(added -> List.of(added))
                .doOnNext(added -> committed());
    }

    /** What makes a file the same as another. */
    private record FileContent(String fileName, String contentType, String sha256) {

        static FileContent of(NewDocument file) {
            return new FileContent(file.fileName(), file.contentType(), file.blob().sha256());
        }
    }

    private Mono<Document[]> add(DatabaseClient db, TenantId tenant, List<NewDocument> files) {
        return Flux.fromIterable(files)
                // Two requests with the same files do not wait for each other crosswise.
                .sort(Comparator.comparing(file -> file.blob().sha256()))
                .concatMap(file -> store(db, tenant, file).map(added -> Map.entry(file.id(), added.document())))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(byId -> files.stream().map(file -> Objects.requireNonNull(byId.get(file.id()))).toList())
                .flatMap(added -> told(db, tenant, files, added).thenReturn(added.toArray(Document[]::new)));
    }

    private Mono<Void> told(DatabaseClient db, TenantId tenant, List<NewDocument> files, List<Document> added) {
        List<DocumentSnapshot> snapshots = IntStream.range(0, files.size())
                .mapToObj(at -> DocumentSnapshot.of(added.get(at), files.get(at).blob().sha256())).toList();
        return snapshots.size() == 1
                ? audit.changed(db, tenant, named(snapshots.getFirst().id()), null, snapshots.getFirst())
                : audit.changed(db, tenant, null, null, new DocumentSnapshot.Several(snapshots));
    }

    /**
     * In the caller's transaction, after which {@link #committed()} is due. Empty if the tenant may have one document
     * of this kind only and has another.
     */
    public Mono<Added> add(DatabaseClient db, TenantId tenant, NewDocument document) {
        return store(db, tenant, document)
                .flatMap(added -> audit.changed(db, tenant, named(added.document().id()), null,
                        DocumentSnapshot.of(added.document(), document.blob().sha256())).thenReturn(added));
    }

    private Mono<Added> store(DatabaseClient db, TenantId tenant, NewDocument document) {
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
        return table.toChange(db, tenant, document.id())
                .filter(row -> row.kind() == document.kind())
                .flatMap(before -> table.replace(db, tenant, document, now)
                        .flatMap(replaced -> replaced
                                ? told(db, tenant, document.id(), now)
                                : Mono.just(new Added(before.document(), false)))
                        .flatMap(after -> audit.changed(db, tenant, named(document.id()), DocumentSnapshot.of(before),
                                DocumentSnapshot.of(after.document(), document.blob().sha256())).thenReturn(after)))
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

    Mono<Boolean> isUnknown(TenantId tenant, UUID id) {
        return transaction.in(tenant, db -> table.byId(db, tenant, id)).hasElement().map(known -> !known);
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

    Mono<Document> reprocess(TenantId tenant, UUID id, IdempotencyKey idempotency) {
        return transaction.in(tenant, db -> once.in(db, idempotency.asking(), Document.class,
                () -> table.byId(db, tenant, id)
                        .flatMap(row -> audit.changed(db, tenant, named(id), null, DocumentSnapshot.of(row))
                                .then(table.tell(db, row.again(tenant, Ids.next(), clock.instant())))
                                .thenReturn(row.document()))))
                .doOnNext(document -> committed())
                .switchIfEmpty(unknown());
    }

    /** When this completes, no search and no new answer sees the document. */
    Mono<Void> delete(TenantId tenant, UUID id) {
        Instant now = clock.instant();
        return transaction.in(tenant, db -> table.toChange(db, tenant, id)
                .flatMap(row -> audit.changed(db, tenant, named(id), DocumentSnapshot.of(row), null)
                        .then(table.delete(db, tenant, id, now))
                        .then(table.tell(db, deleted(tenant, row, now)))
                        .thenReturn(row)))
                .doOnNext(row -> committed())
                .switchIfEmpty(unknown())
                .then();
    }

    private static Telling deleted(TenantId tenant, DocumentRow row, Instant now) {
        return new Telling(new DocumentDeleted(Ids.next(), tenant.value(), now, row.document().id(),
                row.blob().toString()), DocumentDeleted.DESTINATION);
    }

    private static Target named(UUID id) {
        return Target.of("document", id);
    }

    private static <T> Mono<T> unknown() {
        return Mono.error(() -> ProblemException.notFound("document"));
    }
}
