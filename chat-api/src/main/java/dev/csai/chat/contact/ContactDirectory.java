package dev.csai.chat.contact;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.web.Page;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A tenant's contacts, for its people. */
@Component
class ContactDirectory {

    private static final String SELECT = """
            select k.id, k.external_id, k.name, k.email, k.verified, k.blocked, k.first_seen_at,
              greatest(k.last_seen_at, (select max(c.updated_at) from chat.conversations c
                where c.tenant_id = k.tenant_id and c.contact_id = k.id)) as last_seen_at
            from chat.contacts k where k.tenant_id = :tenant
            """;

    private static final String PAGE = SELECT + """
              and k.id < :before and (cast(:text as text) is null
                or position(lower(:text) in lower(concat_ws(chr(10), k.external_id, k.name, k.email))) > 0)
            order by k.id desc limit :limit
            """;

    private static final String BLOCK = """
            update chat.contacts set blocked = :blocked where tenant_id = :tenant and id = :id
            """;

    private static final UUID NEWEST = new UUID(-1, -1);

    private final TenantTransaction transaction;

    ContactDirectory(TenantTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Those who came last first.
     *
     * @param text part of an external id, a name or an e-mail, in whatever case
     */
    Mono<Page<ContactView>> page(TenantId tenant, int limit, @Nullable UUID before, @Nullable String text) {
        return transaction.in(tenant, db -> db.sql(PAGE)
                .bind("tenant", tenant.value())
                .bind("before", before == null ? NEWEST : before)
                .bind("text", Parameters.in(R2dbcType.VARCHAR, text))
                .bind("limit", limit + 1)
                .map(ContactDirectory::view)
                .all()
                .collectList())
                .map(found -> Page.of(found, limit, contact -> contact.id().toString()));
    }

    Mono<ContactView> find(TenantId tenant, UUID id) {
        return transaction.in(tenant, db -> db.sql(SELECT + " and k.id = :id")
                .bind("tenant", tenant.value())
                .bind("id", id)
                .map(ContactDirectory::view)
                .one())
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("contact")));
    }

    /** Holds for the next message, in whatever session. */
    Mono<ContactView> block(TenantId tenant, UUID id, boolean blocked) {
        return transaction.in(tenant, db -> db.sql(BLOCK)
                .bind("tenant", tenant.value())
                .bind("id", id)
                .bind("blocked", blocked)
                .fetch()
                .rowsUpdated())
                .then(Mono.defer(() -> find(tenant, id)));
    }

    private static ContactView view(Readable row) {
        return new ContactView(required(row, "id", UUID.class), row.get("external_id", String.class),
                row.get("name", String.class), row.get("email", String.class),
                required(row, "verified", Boolean.class), required(row, "blocked", Boolean.class),
                required(row, "first_seen_at", Instant.class), required(row, "last_seen_at", Instant.class));
    }
}
