package dev.csai.chat.key;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.access.KeyHashes;
import dev.csai.shared.TenantId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows of keys; every method works in the caller's transaction. */
@Component
class KeyTable {

    private static final String SELECT = """
            select id, kind, name, key_text, coalesce(prefix, left(key_text, 8)) as prefix, scopes, allowed_origins,
              created_at, last_used_at, expires_at, revoked_at
            from chat.api_keys where tenant_id = :tenant
            """;

    private static final String INSERT = """
            insert into chat.api_keys (tenant_id, id, kind, name, key_text, key_hash, prefix, scopes, allowed_origins,
              created_at)
            values (:tenant, :id, :kind, :name, :text, :hash, :prefix, :scopes, :origins, :now)
            """;

    private final KeyHashes hashes;

    KeyTable(KeyHashes hashes) {
        this.hashes = hashes;
    }

    /** Until the transaction ends nobody else makes a key for the tenant. */
    Mono<Void> lock(DatabaseClient db, TenantId tenant) {
        return db.sql("select id from chat.tenants where id = :tenant for no key update")
                .bind("tenant", tenant.value())
                .fetch()
                .one()
                .then();
    }

    Mono<Long> countLive(DatabaseClient db, TenantId tenant, Instant now) {
        return db.sql("""
                select count(*) from chat.api_keys
                where tenant_id = :tenant and revoked_at is null and (expires_at is null or expires_at > :now)
                """)
                .bind("tenant", tenant.value())
                .bind("now", now)
                .mapValue(Long.class)
                .one();
    }

    Mono<Long> insert(DatabaseClient db, TenantId tenant, NewKey key, Instant now) {
        boolean isSecret = key.kind() == Kind.SECRET;
        return db.sql(INSERT)
                .bind("tenant", tenant.value())
                .bind("id", key.id())
                .bind("kind", key.kind().word())
                .bind("name", key.name())
                .bind("text", Parameters.in(R2dbcType.VARCHAR, isSecret ? null : key.text()))
                .bind("hash", Parameters.in(R2dbcType.VARBINARY, isSecret ? hashes.of(key.text()) : null))
                .bind("prefix", Parameters.in(R2dbcType.VARCHAR, isSecret ? NewKey.prefix(key.text()) : null))
                .bind("scopes", key.scopes().toArray(String[]::new))
                .bind("origins", key.allowedOrigins().toArray(String[]::new))
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    /** Newest first. */
    Flux<Key> before(DatabaseClient db, TenantId tenant, UUID id, int limit, Instant now) {
        return db.sql(SELECT + " and id < :before order by id desc limit :limit")
                .bind("tenant", tenant.value())
                .bind("before", id)
                .bind("limit", limit)
                .map(row -> key(row, now))
                .all();
    }

    /** Until the transaction ends nobody else changes it. */
    Mono<Key> toChange(DatabaseClient db, TenantId tenant, UUID id, Instant now) {
        return db.sql(SELECT + " and id = :id for no key update")
                .bind("tenant", tenant.value())
                .bind("id", id)
                .map(row -> key(row, now))
                .one();
    }

    Mono<Long> change(DatabaseClient db, TenantId tenant, UUID id, String name, List<String> origins) {
        return db.sql("""
                update chat.api_keys set name = :name, allowed_origins = :origins
                where tenant_id = :tenant and id = :id
                """)
                .bind("tenant", tenant.value())
                .bind("id", id)
                .bind("name", name)
                .bind("origins", origins.toArray(String[]::new))
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> expire(DatabaseClient db, TenantId tenant, UUID id, Instant end) {
        return db.sql("update chat.api_keys set expires_at = :end where tenant_id = :tenant and id = :id")
                .bind("tenant", tenant.value())
                .bind("id", id)
                .bind("end", end)
                .fetch()
                .rowsUpdated();
    }

    /** A key that was revoked before stays as it is. */
    Mono<Long> revoke(DatabaseClient db, TenantId tenant, UUID id, Instant now) {
        return db.sql("""
                update chat.api_keys set revoked_at = coalesce(revoked_at, :now) where tenant_id = :tenant and id = :id
                """)
                .bind("tenant", tenant.value())
                .bind("id", id)
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    private static Key key(Readable row, Instant now) {
        Kind kind = Kind.ofWord(required(row, "kind", String.class)).orElseThrow();
        Instant expiresAt = row.get("expires_at", Instant.class);
        Instant revokedAt = row.get("revoked_at", Instant.class);
        return new Key(required(row, "id", UUID.class), required(row, "name", String.class), kind,
                required(row, "prefix", String.class), row.get("key_text", String.class),
                kind == Kind.SECRET ? List.of(required(row, "scopes", String[].class)) : null,
                kind == Kind.PUBLISHABLE ? List.of(required(row, "allowed_origins", String[].class)) : null,
                required(row, "created_at", Instant.class), row.get("last_used_at", Instant.class), expiresAt,
                revokedAt, status(expiresAt, revokedAt, now));
    }

    private static Key.Status status(@Nullable Instant expiresAt, @Nullable Instant revokedAt, Instant now) {
        if (revokedAt != null) {
            return Key.Status.REVOKED;
        }
        if (expiresAt == null) {
            return Key.Status.ACTIVE;
        }
        return now.isBefore(expiresAt) ? Key.Status.EXPIRING : Key.Status.REVOKED;
    }
}
