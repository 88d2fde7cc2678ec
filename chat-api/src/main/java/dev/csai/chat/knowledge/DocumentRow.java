package dev.csai.chat.knowledge;

import dev.csai.shared.TenantId;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.message.DocumentReprocessingRequested;
import dev.csai.shared.message.DocumentUploaded;
import dev.csai.shared.message.KnowledgeWritten;
import dev.csai.shared.message.Message;
import java.time.Instant;
import java.util.UUID;

/**
 * A document with what no member is shown.
 *
 * @param revision of its content, from 1
 */
record DocumentRow(Document document, Kind kind, String sha256, BlobKey blob, int revision) {

    /** Tells that the content is there for the first time, or is another one. */
    Telling written(TenantId tenant, UUID messageId, Instant now) {
        return switch (kind) {
            case FILE -> new Telling(new DocumentUploaded(messageId, tenant.value(), now, document.id(),
                    document.fileName(), blob.toString(), sha256, document.sizeBytes()), DocumentUploaded.DESTINATION);
            case TEXT, QA, PROFILE -> new Telling(new KnowledgeWritten(messageId, tenant.value(), now, document.id(),
                    document.fileName(), blob.toString(), sha256, revision), KnowledgeWritten.DESTINATION);
        };
    }

    /** Asks for the same content to be worked on again. */
    Telling again(TenantId tenant, UUID messageId, Instant now) {
        return switch (kind) {
            case FILE -> new Telling(new DocumentReprocessingRequested(messageId, tenant.value(), now, document.id(),
                    document.fileName(), blob.toString(), sha256, document.sizeBytes()),
                    DocumentReprocessingRequested.DESTINATION);
            case TEXT, QA, PROFILE -> written(tenant, messageId, now);
        };
    }

    record Telling(Message message, String destination) {}
}
