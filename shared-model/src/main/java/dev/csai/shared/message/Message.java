package dev.csai.shared.message;

import java.time.Instant;
import java.util.UUID;

/** What every message carries. Consumers are idempotent on {@link #messageId()} or on a key of the business fact. */
public sealed interface Message
        permits DocumentUploaded, DocumentReprocessingRequested, DocumentDeleted, JobRestartRequested,
        KnowledgeWritten, MailRequested, UsageRecorded {

    UUID messageId();

    UUID tenantId();

    Instant occurredAt();
}
