package dev.csai.chat.knowledge.upload;

import dev.csai.chat.access.Caller.Insider;
import dev.csai.chat.knowledge.Blobs;
import dev.csai.chat.knowledge.ContentTypes;
import dev.csai.chat.knowledge.Document;
import dev.csai.chat.knowledge.FileLimits;
import dev.csai.chat.knowledge.FileNames;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Announces uploads and confirms them. */
@RestController
class UploadController {

    private static final Duration VALID = Duration.ofHours(1);
    private static final Duration RETRY_AFTER = Duration.ofMinutes(5);
    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_TYPE = 141;

    private final Uploads uploads;
    private final Confirming confirming;
    private final Blobs blobs;
    private final UploadTokens tokens;
    private final Clock clock;

    UploadController(Uploads uploads, Confirming confirming, Blobs blobs, UploadTokens tokens, Clock clock) {
        this.uploads = uploads;
        this.confirming = confirming;
        this.blobs = blobs;
        this.tokens = tokens;
        this.clock = clock;
    }

    record UploadRequest(@Nullable String fileName, @Nullable String contentType, @Nullable Long sizeBytes) {

        private Upload checked(TenantId tenant, Instant expiresAt) {
            String name = FileNames.sanitised(PlainText.required(fileName, "/fileName", LONGEST_NAME));
            String type = PlainText.required(contentType, "/contentType", LONGEST_TYPE).toLowerCase(Locale.ROOT);
            if (!ContentTypes.isBare(type)) {
                throw ProblemException.invalid("/contentType", "malformed",
                        "A content type is a type and a subtype such as application/pdf, without parameters.");
            }
            if (sizeBytes == null || sizeBytes < 1) {
                throw ProblemException.invalid("/sizeBytes", "out-of-range", "A file has at least one byte.");
            }
            if (sizeBytes > FileLimits.MAX_BYTES) {
                throw FileLimits.tooLarge();
            }
            return new Upload(tenant, Ids.next(), name, type, sizeBytes, expiresAt, 0, null, null);
        }
    }

    /** @param uploadUrl takes one {@code PUT} of the bytes, with the announced {@code Content-Type} and no credential */
    record PresignedUpload(UUID documentId, URI uploadUrl, Instant expiresAt) {}

    @PostMapping("/v1/knowledge/uploads")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PresignedUpload> announce(Insider caller, @RequestBody UploadRequest request, ServerHttpRequest http) {
        Instant expiresAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(VALID);
        Upload upload = request.checked(caller.tenant(), expiresAt);
        return uploads.begin(upload).flatMap(begun -> begun
                ? blobs.presignedUpload(upload.grant())
                        .map(direct -> direct.orElseGet(() -> OwnAddress.of(http, "/v1/uploads/"
                                + tokens.sign(upload.grant()))))
                        .map(address -> new PresignedUpload(upload.id(), address, expiresAt))
                : Mono.error(() -> ProblemException.retryLater(ProblemType.RATE_LIMITED,
                        "Too many uploads wait for their bytes. Confirm them or let them expire.", RETRY_AFTER)));
    }

    @PostMapping("/v1/knowledge/documents/{id}/confirm")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Document> confirm(Insider caller, @PathVariable UUID id) {
        return confirming.confirm(caller.tenant(), id);
    }
}
