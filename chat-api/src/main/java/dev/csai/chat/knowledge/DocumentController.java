package dev.csai.chat.knowledge;

import dev.csai.chat.access.Caller.Insider;
import dev.csai.chat.once.IdempotencyKey;
import dev.csai.chat.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Documents over HTTP. */
@RestController
@RequestMapping("/v1/knowledge/documents")
class DocumentController {

    private final Receiving receiving;
    private final Documents documents;
    private final Chunks chunks;
    private final Originals originals;

    DocumentController(Receiving receiving, Documents documents, Chunks chunks, Originals originals) {
        this.receiving = receiving;
        this.documents = documents;
        this.chunks = chunks;
        this.originals = originals;
    }

    /** One file gives its {@code Document}; several give {@code {items: [Document…]}}, in the order of the parts. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Object> upload(Insider caller, IdempotencyKey idempotency,
            @RequestPart(name = "file", required = false) @Nullable Flux<Part> parts) {
        Flux<FilePart> files = parts == null ? Flux.empty() : parts.ofType(FilePart.class);
        return receiving.receive(caller.tenant(), files, idempotency)
                .map(received -> received.size() == 1 ? received.getFirst() : new Page<>(received, null));
    }

    @GetMapping
    Mono<Page<Document>> list(Insider caller, @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return documents.list(caller.tenant(), Page.checkedLimit(limit), Page.idCursor(cursor));
    }

    @GetMapping("/{id}")
    Mono<Document> get(Insider caller, @PathVariable UUID id) {
        return documents.get(caller.tenant(), id);
    }

    @GetMapping("/{id}/content")
    Mono<ResponseEntity<Flux<DataBuffer>>> content(Insider caller, @PathVariable UUID id) {
        return documents.row(caller.tenant(), id).flatMap(originals::of);
    }

    @GetMapping("/{id}/chunks")
    Mono<Page<Chunks.Chunk>> chunks(Insider caller, @PathVariable UUID id, @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return documents.get(caller.tenant(), id)
                .flatMap(found -> chunks.of(caller.tenant(), id, Page.checkedLimit(limit), cursor));
    }

    @PostMapping("/{id}/reprocess")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Document> reprocess(Insider caller, IdempotencyKey idempotency, @PathVariable UUID id) {
        return documents.reprocess(caller.tenant(), id, idempotency);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(Insider caller, @PathVariable UUID id) {
        return documents.delete(caller.tenant(), id);
    }
}
