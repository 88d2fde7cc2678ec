package dev.csai.chat.knowledge;

import dev.csai.shared.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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

    private final Blobs blobs;

    Originals(Blobs blobs) {
        this.blobs = blobs;
    }

    Mono<ResponseEntity<Flux<DataBuffer>>> of(DocumentRow row) {
        return blobs.size(row.blob()).map(size -> respond(row.document(),
                size.orElseThrow(() -> ProblemException.notFound("document")), blobs.read(row.blob())));
    }

    private static ResponseEntity<Flux<DataBuffer>> respond(Document document, long size, Flux<DataBuffer> bytes) {
        MediaType shown = SHOWN.get(document.contentType());
        ContentDisposition disposition = (shown == null ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(document.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(shown == null ? MediaType.APPLICATION_OCTET_STREAM : shown)
                .contentLength(size)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }
}
