package dev.csai.shared.message;

import java.time.Instant;
import java.util.UUID;

/**
 * An operator wants a job's failed work done again. Whoever owns the job decides whether that still makes sense.
 *
 * @param executionId of the latest execution, as the job's own repository numbers it
 * @param requestedBy the operator
 */
public record JobRestartRequested(
        UUID messageId,
        UUID tenantId,
        Instant occurredAt,
        String jobName,
        long executionId,
        UUID requestedBy) implements Message {

    public static final String DESTINATION = "csai.job-restart-requested";
}
