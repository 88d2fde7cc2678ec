package dev.csai.chat.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The platform today.
 *
 * @param at when it was so
 * @param days conversations of all tenants that began
 * @param topTenants by what their contacts have sent on these days
 * @param activity what was done last, as the audit log tells it
 */
record PlatformDashboard(Instant at, String zone, TenantCount tenants, Today today, List<Week.Day> days,
        List<BusyTenant> topTenants, List<Activity> activity) {

    /** @param newThisWeek on the seven days, of which today is one */
    record TenantCount(long total, long newThisWeek) {}

    /**
     * Each beside yesterday, up to the same time of day.
     *
     * @param messages from contacts
     * @param tokens read and written by models
     */
    record Today(Trend conversations, Trend messages, Trend tokens) {}

    record BusyTenant(UUID tenantId, String name, long messages) {}

    /**
     * One operation that was carried out.
     *
     * @param tenantName absent where it was the platform's own
     * @param actor as they were called then
     * @param operation method and pattern of the path
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Activity(UUID id, @Nullable UUID tenantId, @Nullable String tenantName, Instant occurredAt,
            String actorKind, @Nullable String actor, String operation) {}
}
