package dev.csai.chat.knowledge;

import dev.csai.chat.once.IdempotencyKey;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.blob.BlobTooLarge;
import dev.csai.shared.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes the bytes of an uploaded file into the blob store and hands the document on. */
@Component
class Receiving {

    private final Blobs blobs;
    private final Documents documents;

    Receiving(Blobs blobs, Documents documents) {
        this.blobs = blobs;
        this.documents = documents;
    }

    /**
     * All files of a request or none, in their order. The bytes are stored before the rows that name them commit, so no
     * document ever lacks its bytes. Bytes that are known already are dropped again and the document that has them is
     * returned.
     *
     * @throws ProblemException {@code too-large} if one is past 10 MB
     */
    Mono<List<Document>> receive(TenantId tenant, Flux<FilePart> files, IdempotencyKey idempotency) {
        return Mono.defer(() -> {
            List<NewDocument> stored = new ArrayList<>();
            return files.concatMap(file -> store(tenant, file).doOnNext(stored::add))
                    .then(Mono.defer(() -> stored.isEmpty() ? none() : documents.add(tenant, stored, idempotency)))
                    .onErrorResume(failure -> dropUnclaimed(tenant, stored).onErrorMap(more -> also(failure, more))
                            .then(Mono.error(failure)))
                    .flatMap(added -> drop(unneeded(stored, added)).thenReturn(added));
        });
    }

    private Mono<NewDocument> store(TenantId tenant, FilePart file) {
        BlobKey key = new BlobKey(tenant, Ids.next());
        return blobs.receive(key, file.content(), FileLimits.MAX_BYTES)
                .onErrorMap(BlobTooLarge.class, e -> FileLimits.tooLarge())
                .map(blob -> new NewDocument(key.documentId(), Kind.FILE, FileNames.sanitised(file.filename()),
                        contentType(file), blob));
    }

    /** A file that became a document has given it its id. */
    private static List<NewDocument> unneeded(List<NewDocument> stored, List<Document> added) {
        Set<UUID> needed = added.stream().map(Document::id).collect(Collectors.toSet());
        return stored.stream().filter(file -> !needed.contains(file.id())).toList();
    }

    /** A commit may have come about though its answer was lost; then the bytes are a document's. */
    private Mono<Void> dropUnclaimed(TenantId tenant, List<NewDocument> files) {
        return Flux.fromIterable(files)
                .filterWhen(file -> documents.isUnknown(tenant, file.id()))
                .collectList()
                .flatMap(this::drop);
    }

    private static Throwable also(Throwable failure, Throwable another) {
        failure.addSuppressed(another);
        return failure;
    }

    private Mono<Void> drop(List<NewDocument> files) {
        return Flux.fromIterable(files).concatMap(file -> blobs.drop(file.blob().key())).then();
    }

    private static <T> Mono<T> none() {
        return Mono.error(() -> ProblemException.invalid("file", "required",
                "Send at least one file in the part named 'file'."));
    }

    /** Only a hint for people; what a file is, is found out from its bytes. */
    private static String contentType(FilePart part) {
        MediaType declared = part.headers().getContentType();
        String text = declared == null ? "" : declared.getType() + "/" + declared.getSubtype();
        return ContentTypes.isBare(text) ? text : MediaType.APPLICATION_OCTET_STREAM_VALUE;
    }
}
