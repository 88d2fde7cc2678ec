package dev.csai.chat.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.db.Reach;
import dev.csai.chat.web.Page;
import dev.csai.shared.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The entries as people read them. */
@Component
class AuditLog {

    private static final String PAGE = "select " + EntryTable.COLUMNS + " from chat.audit_entries e where ";
    private static final String ORDER = " and e.id < :cursor order by e.id desc limit :limit";
    private static final UUID NEWEST = new UUID(-1, -1);

    private final JsonMapper json;

    AuditLog(JsonMapper json) {
        this.json = json;
    }

    /**
     * @param tenantId whose log it is in; absent in the platform's
     * @param operation method and pattern of the path
     * @param outcome {@code allowed, denied} or {@code failed}
     * @param problem the slug of what was answered
     * @param network that the request came from
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AuditEntry(UUID id, @Nullable UUID tenantId, Instant occurredAt, Actor actor, String operation,
            @Nullable Target target, String outcome, @Nullable String problem, @Nullable JsonNode before,
            @Nullable JsonNode after, String network, String requestId) {}

    /** Newest first, by the beginning of the request. */
    Mono<Page<AuditEntry>> page(Reach reach, EntryFilter filter, int limit, @Nullable UUID cursor) {
        return reach.read(db -> db.sql(PAGE + filter.conditions() + ORDER)
                .bindValues(filter.values())
                .bind("cursor", cursor == null ? NEWEST : cursor)
                .bind("limit", limit + 1)
                .map(row -> view(EntryTable.entry(row)))
                .all()
                .collectList())
                .map(found -> Page.of(found, limit, entry -> entry.id().toString()));
    }

    private AuditEntry view(Entry entry) {
        return new AuditEntry(entry.id(), entry.tenant().equals(TenantId.PLATFORM) ? null : entry.tenant().value(),
                entry.occurredAt(), entry.actor(), entry.operation(), entry.target(), entry.outcome().word(),
                entry.problem(), tree(entry.before()), tree(entry.after()), entry.network(), entry.requestId());
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }
}
