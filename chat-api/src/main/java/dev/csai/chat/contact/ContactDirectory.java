package dev.csai.chat.contact;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Snapshot;
import dev.csai.chat.audit.Target;
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
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
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

    private static final String BLOCKED = """
            select blocked from chat.contacts where tenant_id = :tenant and id = :id for no key update
            """;
    private static final String BLOCK = """
            update chat.contacts set blocked = :blocked where tenant_id = :tenant and id = :id
            """;

    private static final UUID NEWEST = new UUID(-1, -1);

    private final TenantTransaction transaction;
    private final Audit audit;

    ContactDirectory(TenantTransaction transaction, Audit audit) {
        this.transaction = transaction;
        this.audit = audit;
    }

    /** Nothing of who the contact is: an entry of the log outlasts what is known of them. */
    private record ContactSnapshot(boolean blocked) implements Snapshot {}

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
        return transaction.in(tenant, db -> find(db, tenant, id)).switchIfEmpty(unknown());
    }

    /** Holds for the next message, in whatever session. */
    Mono<ContactView> block(TenantId tenant, UUID id, boolean blocked) {
        return transaction.in(tenant, db -> of(BLOCKED, db, tenant, id)
                .mapValue(Boolean.class)
                .one()
                .flatMap(before -> of(BLOCK, db, tenant, id).bind("blocked", blocked).fetch().rowsUpdated()
                        .then(audit.changed(db, tenant, Target.of("contact", id), new ContactSnapshot(before),
                                new ContactSnapshot(blocked)))
                        .then(Mono.defer(() -> find(db, tenant, id)))))
                .switchIfEmpty(unknown());
    }

    private static Mono<ContactView> find(DatabaseClient db, TenantId tenant, UUID id) {
        return of(SELECT + " and k.id = :id", db, tenant, id).map(ContactDirectory::view).one();
    }

    private static GenericExecuteSpec of(String sql, DatabaseClient db, TenantId tenant, UUID id) {
        return db.sql(sql).bind("tenant", tenant.value()).bind("id", id);
    }

    private static <T> Mono<T> unknown() {
        return Mono.error(() -> ProblemException.notFound("contact"));
    }

    private static ContactView view(Readable row) {
        return new ContactView(required(row, "id", UUID.class), row.get("external_id", String.class),
                row.get("name", String.class), row.get("email", String.class),
                required(row, "verified", Boolean.class), required(row, "blocked", Boolean.class),
                required(row, "first_seen_at", Instant.class), required(row, "last_seen_at", Instant.class));
    }
}
