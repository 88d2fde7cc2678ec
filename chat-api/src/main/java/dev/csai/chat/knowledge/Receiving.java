package dev.csai.chat.knowledge;

import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.blob.BlobTooLarge;
import dev.csai.shared.problem.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
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
     * The bytes are stored before the row that names them commits, so no document ever lacks its bytes. Bytes that are
     * known already are dropped again and the document that has them is returned.
     *
     * @throws ProblemException {@code too-large} past 10 MB
     */
    Mono<Document> receive(TenantId tenant, FilePart part) {
        BlobKey key = new BlobKey(tenant, Ids.next());
        return blobs.receive(key, part.content(), FileLimits.MAX_BYTES)
                .onErrorMap(BlobTooLarge.class, e -> FileLimits.tooLarge())
                .flatMap(blob -> documents.add(tenant, new NewDocument(key.documentId(), Kind.FILE,
                        FileNames.sanitised(part.filename()), contentType(part), blob)))
                .flatMap(added -> added.isNew()
                        ? Mono.just(added.document())
                        : blobs.drop(key).thenReturn(added.document()))
                .onErrorResume(failure -> blobs.drop(key).then(Mono.error(failure)));
    }

    /** Only a hint for people; what a file is, is found out from its bytes. */
    private static String contentType(FilePart part) {
        MediaType declared = part.headers().getContentType();
        String text = declared == null ? "" : declared.getType() + "/" + declared.getSubtype();
        return ContentTypes.isBare(text) ? text : MediaType.APPLICATION_OCTET_STREAM_VALUE;
    }
}
