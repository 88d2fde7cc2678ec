package dev.csai.chat.installation;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what a tenant has set up, to compare it with what is in its page. */
@Component
class TenantFacts {

    /** Only the tenant's own keys: whether a key is somebody else's nobody learns here. */
    private static final String READ = """
            select t.logo_url, k.id, k.allowed_origins, k.expires_at is not null as expiring,
              k.revoked_at is not null or coalesce(k.expires_at <= :now, false) as revoked
            from chat.tenants t
            left join chat.api_keys k
              on k.tenant_id = t.id and k.kind = 'publishable' and k.key_text = :key
            where t.id = :tenant
            """;

    private final TenantTransaction transaction;
    private final Clock clock;

    TenantFacts(TenantTransaction transaction, Clock clock) {
        this.transaction = transaction;
        this.clock = clock;
    }

    record Facts(@Nullable String logoUrl, Optional<PageKey> key) {}

    /** A publishable key of the tenant. */
    record PageKey(UUID id, List<String> allowedOrigins, boolean revoked, boolean expiring) {

        PageKey {
            allowedOrigins = List.copyOf(allowedOrigins);
        }
    }

    /** @param key the text of a key, which may be anything */
    Mono<Facts> of(TenantId tenant, String key) {
        return transaction.in(tenant, db -> db.sql(READ)
                .bind("tenant", tenant.value())
                .bind("key", key)
                .bind("now", clock.instant())
                .map(TenantFacts::facts)
                .one());
    }

    private static Facts facts(Readable row) {
        UUID id = row.get("id", UUID.class);
        return new Facts(row.get("logo_url", String.class), Optional.ofNullable(id)
                .map(known -> new PageKey(known, List.of(required(row, "allowed_origins", String[].class)),
                        required(row, "revoked", Boolean.class), required(row, "expiring", Boolean.class))));
    }
}
