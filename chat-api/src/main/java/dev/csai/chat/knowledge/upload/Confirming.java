package dev.csai.chat.knowledge.upload;

import dev.csai.chat.knowledge.Blobs;
import dev.csai.chat.knowledge.Document;
import dev.csai.chat.knowledge.Documents;
import dev.csai.chat.knowledge.FileLimits;
import dev.csai.shared.TenantId;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.blob.BlobTooLarge;
import dev.csai.shared.blob.StoredBlob;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.nio.file.NoSuchFileException;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Turns bytes that have come into a document. The address they came to stays writable until it expires, so they are
 * copied, and hashed as they are copied; only the copy is believed. Any number of confirmations may run at once, and
 * any may be cut off: one of them wins, and what the others leave is known by the upload's row.
 */
@Component
class Confirming {

    private final Uploads uploads;
    private final Documents documents;
    private final Blobs blobs;

    Confirming(Uploads uploads, Documents documents, Blobs blobs) {
        this.uploads = uploads;
        this.documents = documents;
        this.blobs = blobs;
    }

    Mono<Document> confirm(TenantId tenant, UUID id) {
        return uploads.find(tenant, id)
                .flatMap(upload -> upload.documentId() == null ? take(upload) : Mono.just(upload.documentId()))
                // The row may be swept by now; its document has the same id.
                .defaultIfEmpty(id)
                .flatMap(document -> documents.get(tenant, document));
    }

    private Mono<UUID> take(Upload upload) {
        return blobs.size(upload.incoming())
                .doOnNext(size -> check(upload, size))
                .flatMap(size -> uploads.beginCopy(upload))
                .flatMap(number -> copy(upload, number))
                // Another confirmation, or the sweep, was faster; the row knows which.
                .switchIfEmpty(Mono.defer(() -> confirmedByAnother(upload)))
                // And whoever was faster takes the bytes away.
                .onErrorResume(ProblemException.class,
                        problem -> confirmedByAnother(upload).switchIfEmpty(Mono.error(problem)));
    }

    private Mono<UUID> confirmedByAnother(Upload upload) {
        return uploads.find(upload.tenant(), upload.id()).mapNotNull(Upload::documentId);
    }

    private Mono<UUID> copy(Upload upload, int number) {
        BlobKey copy = upload.copy(number);
        return blobs.copy(upload.incoming(), copy, upload.sizeBytes())
                .onErrorMap(BlobTooLarge.class, e -> otherSize(upload, "more"))
                .onErrorMap(NoSuchFileException.class, e -> missing())
                .doOnNext(blob -> check(upload, OptionalLong.of(blob.sizeBytes())))
                .onErrorResume(failure -> blobs.drop(copy).then(Mono.error(failure)))
                // A commit whose answer was lost may have happened, so then the copy is left to the sweep.
                .flatMap(blob -> commit(upload, number, blob))
                .flatMap(document -> blobs.drop(upload.incoming()).thenReturn(document));
    }

    private Mono<UUID> commit(Upload upload, int number, StoredBlob blob) {
        return uploads.confirm(upload, number, blob)
                .flatMap(document -> uploads.find(upload.tenant(), upload.id())
                        .filter(after -> after.keptCopy() == null || after.keptCopy() != number)
                        .flatMap(after -> blobs.drop(blob.key()))
                        .thenReturn(document))
                .switchIfEmpty(blobs.drop(blob.key()).then(Mono.empty()));
    }

    private static void check(Upload upload, OptionalLong size) {
        if (size.isEmpty()) {
            throw missing();
        }
        if (size.getAsLong() > FileLimits.MAX_BYTES) {
            throw FileLimits.tooLarge();
        }
        if (size.getAsLong() != upload.sizeBytes()) {
            throw otherSize(upload, Long.toString(size.getAsLong()));
        }
    }

    private static ProblemException missing() {
        return ProblemException.of(ProblemType.CONFLICT,
                "The bytes have not come yet. Send them to uploadUrl, then confirm again.");
    }

    private static ProblemException otherSize(Upload upload, String came) {
        return ProblemException.of(ProblemType.CONFLICT, "%d bytes were announced and %s came. Send the right ones to "
                .formatted(upload.sizeBytes(), came) + "uploadUrl, then confirm again.");
    }
}
