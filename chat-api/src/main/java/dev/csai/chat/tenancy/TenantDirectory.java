package dev.csai.chat.tenancy;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.db.OperatorTransaction;
import dev.csai.chat.tenancy.Wanted.Order;
import dev.csai.chat.usage.Usages;
import dev.csai.chat.web.Page;
import dev.csai.shared.Ids;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** All tenants there are. What costs is counted for those of the page alone. */
@Component
class TenantDirectory {

    private static final String PAGE = """
            select t.id, t.name, t.industry, t.requests_per_minute, t.created_at, t.suspended_at is not null as suspended,
              (select count(*) from chat.members m where m.tenant_id = t.id) as members,
              (select count(*) from chat.conversations c where c.tenant_id = t.id) as conversations,
              (select count(*) from chat.messages m where m.tenant_id = t.id and m.id >= :month) as messages
            from (
              select * from chat.tenants t
              where (cast(:text as text) is null
                  or position(lower(:text) in lower(concat_ws(chr(10), t.name, t.industry, t.id::text))) > 0
                  or exists (select from chat.members m
                    where m.tenant_id = t.id and position(lower(:text) in m.email) > 0))
                and (cast(:suspended as boolean) is null or (t.suspended_at is not null) = :suspended)
                and %1$s
              order by %2$s limit :limit
            ) t
            order by %2$s
            """;

    private static final String NEWEST = PAGE.formatted("(cast(:after as uuid) is null or t.id < :after)", "t.id desc");
    private static final String BY_NAME = PAGE.formatted("""
            (cast(:after as uuid) is null or (lower(t.name), t.id) > (
              select lower(last.name), last.id from chat.tenants last where last.id = :after))
            """, "lower(t.name), t.id");

    private final OperatorTransaction operators;
    private final Usages usages;

    TenantDirectory(OperatorTransaction operators, Usages usages) {
        this.operators = operators;
        this.usages = usages;
    }

    Mono<Page<ListedTenant>> page(Wanted wanted) {
        Status status = wanted.status();
        UUID after = wanted.after();
        return operators.in(db -> db.sql(wanted.order() == Order.NAME ? BY_NAME : NEWEST)
                .bind("text", Parameters.in(R2dbcType.VARCHAR, wanted.text()))
                .bind("suspended", Parameters.in(R2dbcType.BOOLEAN,
                        status == null ? null : status == Status.SUSPENDED))
                .bind("after", after == null ? Parameters.in(UUID.class) : Parameters.in(after))
                .bind("month", Ids.earliestOf(usages.periodStart()))
                .bind("limit", wanted.limit() + 1)
                .map(TenantDirectory::listed)
                .all()
                .collectList())
                .map(found -> Page.of(found, wanted.limit(), tenant -> tenant.id().toString()));
    }

    private static ListedTenant listed(Readable row) {
        return new ListedTenant(required(row, "id", UUID.class), required(row, "name", String.class),
                row.get("industry", String.class),
                required(row, "suspended", Boolean.class) ? Status.SUSPENDED : Status.ACTIVE,
                required(row, "requests_per_minute", Integer.class), required(row, "created_at", Instant.class),
                required(row, "members", Long.class), required(row, "conversations", Long.class),
                required(row, "messages", Long.class));
    }
}
