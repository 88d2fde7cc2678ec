package dev.csai.shared.message;

import java.time.Instant;
import java.util.UUID;

/** A member wants the document ingested anew, from the bytes that are stored; {@code messageId} names the wish. */
public record DocumentReprocessingRequested(
        UUID messageId,
        UUID tenantId,
        Instant occurredAt,
        UUID documentId,
        String fileName,
        String blob,
        String sha256,
        long sizeBytes) implements Message {

    public static final String DESTINATION = "csai.document-reprocessing-requested";
}
