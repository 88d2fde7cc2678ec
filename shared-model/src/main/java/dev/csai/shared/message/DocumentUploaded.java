package dev.csai.shared.message;

import java.time.Instant;
import java.util.UUID;

/**
 * A document's bytes are in the blob store and wait to be ingested.
 *
 * @param blob key in the blob store
 * @param sha256 lower-case hex of the bytes; with tenant and document the identity of the ingestion
 */
public record DocumentUploaded(
        UUID messageId,
        UUID tenantId,
        Instant occurredAt,
        UUID documentId,
        String fileName,
        String blob,
        String sha256,
        long sizeBytes) implements Message {

    public static final String DESTINATION = "csai.document-uploaded";
}
