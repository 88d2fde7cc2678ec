package dev.csai.shared.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What one piece of work used. Each record's id is fixed when the work commits, so the ledger takes it exactly once
 * however often the message comes.
 *
 * @param source what used it: {@code turn} or {@code ingestion}
 * @param sourceId the turn's or the generation's id
 */
public record UsageRecorded(
        UUID messageId,
        UUID tenantId,
        Instant occurredAt,
        String source,
        UUID sourceId,
        List<UsageRecord> records) implements Message {

    public static final String DESTINATION = "csai.usage-recorded";

    public UsageRecorded {
        records = List.copyOf(records);
    }

    /** One fact for the ledger; {@code quantity} is never negative. */
    public record UsageRecord(UUID id, Meter meter, long quantity) {

        public UsageRecord {
            if (quantity < 0) {
                throw new IllegalArgumentException("a usage record's quantity is never negative: " + quantity);
            }
        }
    }
}
