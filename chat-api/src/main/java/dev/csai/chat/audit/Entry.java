package dev.csai.chat.audit;

import dev.csai.shared.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One operation of management and what became of it.
 *
 * @param occurredAt in whole microseconds, as the table keeps it
 * @param operation method and pattern of the path, never the path itself, which may hold a secret
 * @param problem the slug of the problem that was answered
 * @param before JSON
 * @param after JSON
 * @param network that the request came from
 */
record Entry(TenantId tenant, UUID id, Instant occurredAt, Actor actor, String operation, @Nullable Target target,
        Outcome outcome, @Nullable String problem, @Nullable String before, @Nullable String after, String network,
        String requestId) {}
