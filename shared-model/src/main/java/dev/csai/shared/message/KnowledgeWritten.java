package dev.csai.shared.message;

import java.time.Instant;
import java.util.UUID;

/**
 * What a member typed lies in the blob store, as {@link dev.csai.shared.knowledge.WrittenKnowledge}, and waits to be
 * ingested; {@code messageId} names the wish.
 *
 * @param revision of the document's content, from 1; a message about an older one that comes late changes nothing
 */
public record KnowledgeWritten(
        UUID messageId,
        UUID tenantId,
        Instant occurredAt,
        UUID documentId,
        String title,
        String blob,
        String sha256,
        int revision) implements Message {

    public static final String DESTINATION = "csai.knowledge-written";
}
