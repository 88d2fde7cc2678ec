package dev.csai.chat.knowledge.upload;

import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Target;
import dev.csai.chat.knowledge.Blobs;
import dev.csai.shared.blob.BlobTooLarge;
import dev.csai.shared.blob.UploadGrant;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Takes the bytes for a store that clients cannot reach, as S3 would: whoever holds the address may send what it
 * grants, as often as they like until it expires; the last is kept.
 */
@RestController
class UploadDoor {

    private final UploadTokens tokens;
    private final Blobs blobs;
    private final Audit audit;

    UploadDoor(UploadTokens tokens, Blobs blobs, Audit audit) {
        this.audit = audit;
        this.tokens = tokens;
        this.blobs = blobs;
    }

    @PutMapping("/v1/uploads/{token}")
    Mono<Void> put(@PathVariable String token, ServerHttpRequest request) {
        UploadGrant grant = tokens.verify(token).orElseThrow(() -> ProblemException.of(ProblemType.FORBIDDEN,
                "This address was not given by this server, or it has expired."));
        return audit.about(grant.key().tenant(), Target.of("document", grant.key().documentId()))
                .then(Mono.defer(() -> receive(grant, request)));
    }

    private Mono<Void> receive(UploadGrant grant, ServerHttpRequest request) {
        check(grant, request.getHeaders().getContentType(), request.getHeaders().getContentLength());
        return blobs.receive(grant.key(), request.getBody(), grant.sizeBytes())
                .onErrorMap(BlobTooLarge.class, e -> tooLarge(grant))
                .then();
    }

    /** A body that ends before its announced length never comes whole, so the length is the size. */
    private static void check(UploadGrant grant, @Nullable MediaType type, long length) {
        if (type == null || !type.equalsTypeAndSubtype(MediaType.valueOf(grant.contentType()))) {
            throw ProblemException.of(ProblemType.FORBIDDEN,
                    "This address takes " + grant.contentType() + " only.");
        }
        if (length > grant.sizeBytes()) {
            throw tooLarge(grant);
        }
        if (length != grant.sizeBytes()) {
            throw ProblemException.invalid("Content-Length", "not-as-announced",
                    "Exactly " + grant.sizeBytes() + " bytes were announced.");
        }
    }

    private static ProblemException tooLarge(UploadGrant grant) {
        return ProblemException.of(ProblemType.TOO_LARGE, "Only " + grant.sizeBytes() + " bytes were announced.");
    }
}
