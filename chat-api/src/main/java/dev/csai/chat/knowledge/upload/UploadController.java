package dev.csai.chat.knowledge.upload;

import dev.csai.chat.access.Caller.Insider;
import dev.csai.chat.knowledge.Blobs;
import dev.csai.chat.knowledge.ContentTypes;
import dev.csai.chat.knowledge.Document;
import dev.csai.chat.knowledge.FileLimits;
import dev.csai.chat.knowledge.FileNames;
import dev.csai.chat.once.IdempotencyKey;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
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

    @PostMapping("/v1/knowledge/uploads")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PresignedUpload> announce(Insider caller, IdempotencyKey idempotency, @RequestBody UploadRequest request,
            ServerHttpRequest http) {
        Instant expiresAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(VALID);
        Upload upload = request.checked(caller.tenant(), expiresAt);
        return blobs.presignedUpload(upload.grant())
                .map(direct -> direct.orElseGet(() -> OwnAddress.of(http, "/v1/uploads/"
                        + tokens.sign(upload.grant()))))
                .flatMap(address -> uploads.begin(upload, new PresignedUpload(upload.id(), address, expiresAt),
                        idempotency));
    }

    @PostMapping("/v1/knowledge/documents/{id}/confirm")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Document> confirm(Insider caller, @PathVariable UUID id) {
        return confirming.confirm(caller.tenant(), id);
    }
}
