package dev.csai.shared.message;

import java.time.Instant;
import java.util.UUID;

/** The document is gone from retrieval already; its chunks and bytes are to be purged. */
public record DocumentDeleted(UUID messageId, UUID tenantId, Instant occurredAt, UUID documentId, String blob)
        implements
            Message {

    public static final String DESTINATION = "csai.document-deleted";
}
