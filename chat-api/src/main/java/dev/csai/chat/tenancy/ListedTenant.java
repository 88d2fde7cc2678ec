package dev.csai.chat.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant among the others.
 *
 * @param messagesThisMonth of both sides, in the calendar month in UTC
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListedTenant(UUID id, String name, @Nullable String industry, Status status, int requestsPerMinute,
        Instant createdAt, long members, long conversations, long messagesThisMonth) {}
