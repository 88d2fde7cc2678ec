package dev.csai.chat.knowledge;

import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.blob.BlobStore;
import dev.csai.shared.blob.BlobTooLarge;
import dev.csai.shared.blob.BlobUpload;
import dev.csai.shared.blob.StoredBlob;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Takes the bytes of an uploaded file into the blob store, off the event loop, and hands the document on. */
@Component
class Receiving {

    static final long MAX_BYTES = 10L * 1024 * 1024;
    private static final Logger log = LoggerFactory.getLogger(Receiving.class);
    private static final Pattern CONTENT_TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,80}");

    private final BlobStore blobs;
    private final Documents documents;
    private final Scheduler disk = Schedulers.boundedElastic();

    Receiving(BlobStore blobs, Documents documents) {
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
        return stored(key, part)
                .flatMap(blob -> documents.add(tenant, new NewDocument(FileNames.sanitised(part.filename()),
                        contentType(part), blob)))
                .flatMap(added -> added.isNew() ? Mono.just(added.document()) : dropped(key, added.document()))
                .onErrorResume(failure -> delete(key).then(Mono.error(failure)));
    }

    /** @param blob its key's document id is the new document's id */
    record NewDocument(String fileName, String contentType, StoredBlob blob) {}

    private Mono<StoredBlob> stored(BlobKey key, FilePart part) {
        return Mono.using(() -> blobs.begin(key, MAX_BYTES),
                upload -> part.content()
                        .publishOn(disk)
                        .concatMap(buffer -> append(upload, buffer))
                        .then(Mono.fromCallable(upload::commit)),
                Receiving::close)
                .subscribeOn(disk)
                .onErrorMap(BlobTooLarge.class, e -> ProblemException.of(ProblemType.TOO_LARGE,
                        "A document may have at most 10 MB."));
    }

    private static Mono<Void> append(BlobUpload upload, DataBuffer buffer) {
        return Mono.fromCallable(() -> {
            try (DataBuffer.ByteBufferIterator bytes = buffer.readableByteBuffers()) {
                while (bytes.hasNext()) {
                    upload.append(bytes.next());
                }
                return true;
            } finally {
                DataBufferUtils.release(buffer);
            }
        }).then();
    }

    private Mono<Document> dropped(BlobKey key, Document known) {
        return delete(key).thenReturn(known);
    }

    private Mono<Void> delete(BlobKey key) {
        return Mono.fromCallable(() -> {
            blobs.delete(key);
            return true;
        }).subscribeOn(disk).onErrorResume(IOException.class, e -> {
            log.warn("The bytes of {} stay behind without a document: {}", key, e.toString());
            return Mono.empty();
        }).then();
    }

    private static void close(BlobUpload upload) {
        try {
            upload.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only a hint for people; what a file is, is found out from its bytes. */
    private static String contentType(FilePart part) {
        MediaType declared = part.headers().getContentType();
        String text = declared == null ? "" : declared.getType() + "/" + declared.getSubtype();
        return CONTENT_TYPE.matcher(text).matches() ? text : MediaType.APPLICATION_OCTET_STREAM_VALUE;
    }
}
