package dev.csai.chat.knowledge;

import dev.csai.shared.TenantId;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.blob.BlobStore;
import dev.csai.shared.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The bytes as they were uploaded. They are hostile: only kinds that a browser shows without running anything open in
 * it, everything else is saved, and a sandbox holds both.
 */
@Component
class Originals {

    private static final Map<String, MediaType> SHOWN = Map.of(
            "application/pdf", MediaType.APPLICATION_PDF,
            "text/plain", new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8),
            "text/markdown", new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8));

    private final BlobStore blobs;

    Originals(BlobStore blobs) {
        this.blobs = blobs;
    }

    Mono<ResponseEntity<Resource>> of(TenantId tenant, Document document) {
        return Mono.fromCallable(() -> blobs.localCopy(new BlobKey(tenant, document.id())))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(NoSuchFileException.class, e -> ProblemException.notFound("document"))
                .map(file -> respond(document, new FileSystemResource(file)));
    }

    private static ResponseEntity<Resource> respond(Document document, Resource bytes) {
        MediaType shown = SHOWN.get(document.contentType());
        ContentDisposition disposition = (shown == null ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(document.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(shown == null ? MediaType.APPLICATION_OCTET_STREAM : shown)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }
}
