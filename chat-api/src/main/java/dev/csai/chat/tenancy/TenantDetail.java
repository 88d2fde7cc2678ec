package dev.csai.chat.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.knowledge.DocumentCounts;
import dev.csai.chat.tenant.TenantProfile;
import dev.csai.chat.usage.MonthlyUsage.Usage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sees of one tenant. Its members and keys are lists of their own.
 *
 * @param suspension absent while it is active
 * @param owners those who are, and those who are asked to be
 * @param usage of the current month
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TenantDetail(TenantProfile profile, Status status, @Nullable Suspension suspension, List<Owner> owners,
        Counts counts, Usage usage, DocumentCounts.Counts knowledge) {

    TenantDetail {
        owners = List.copyOf(owners);
    }

    /**
     * @param name absent while invited
     * @param status {@code active} or {@code invited}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Owner(UUID id, String email, @Nullable String name, String status) {}

    /**
     * @param invited who have not come yet
     * @param keys that work
     */
    record Counts(long members, long invited, long keys, long conversations) {}
}
