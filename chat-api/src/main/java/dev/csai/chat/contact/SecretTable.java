package dev.csai.chat.contact;

import static dev.csai.chat.db.Columns.required;

import dev.csai.shared.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Rows of chat.contact_secrets. */
@Component
class SecretTable {

    /** Until the transaction ends nobody else makes a secret for the tenant. */
    Mono<Void> lock(DatabaseClient db, TenantId tenant) {
        return db.sql("select id from chat.tenants where id = :tenant for no key update")
                .bind("tenant", tenant.value())
                .fetch()
                .one()
                .then();
    }

    /** The one that is in use first, then those it has followed. */
    Mono<List<ContactSecret>> all(DatabaseClient db, TenantId tenant) {
        return db.sql("""
                select id, sealed, created_at, ends_at from chat.contact_secrets
                where tenant_id = :tenant order by ends_at desc nulls first
                """)
                .bind("tenant", tenant.value())
                .map(SecretTable::secret)
                .all()
                .collectList();
    }

    Mono<Long> insert(DatabaseClient db, TenantId tenant, ContactSecret secret) {
        return db.sql("""
                insert into chat.contact_secrets (tenant_id, id, sealed, created_at)
                values (:tenant, :id, :sealed, :now)
                """)
                .bind("tenant", tenant.value())
                .bind("id", secret.id())
                .bind("sealed", secret.sealed())
                .bind("now", secret.createdAt())
                .fetch()
                .rowsUpdated();
    }

    /** Gives the one that is in use an end. */
    Mono<Long> end(DatabaseClient db, TenantId tenant, Instant at) {
        return db.sql("""
                update chat.contact_secrets set ends_at = :at where tenant_id = :tenant and ends_at is null
                """)
                .bind("tenant", tenant.value())
                .bind("at", at)
                .fetch()
                .rowsUpdated();
    }

    /** Those that have an end, and have it by then. */
    Mono<Long> delete(DatabaseClient db, TenantId tenant, Instant endedBy) {
        return db.sql("delete from chat.contact_secrets where tenant_id = :tenant and ends_at <= :by")
                .bind("tenant", tenant.value())
                .bind("by", endedBy)
                .fetch()
                .rowsUpdated();
    }

    private static ContactSecret secret(Readable row) {
        return new ContactSecret(required(row, "id", UUID.class), required(row, "sealed", String.class),
                required(row, "created_at", Instant.class), row.get("ends_at", Instant.class));
    }
}
