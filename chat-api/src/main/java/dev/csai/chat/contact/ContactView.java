package dev.csai.chat.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact as the tenant's people see it.
 *
 * @param verified whether the tenant's own server has vouched for the external id
 * @param lastSeenAt when one of the contact's conversations last went on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContactView(UUID id, @Nullable String externalId, @Nullable String name, @Nullable String email,
        boolean verified, boolean blocked, Instant firstSeenAt, Instant lastSeenAt) {}
