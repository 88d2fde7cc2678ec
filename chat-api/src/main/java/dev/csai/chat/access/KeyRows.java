package dev.csai.chat.access;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.access.ApiKey.Publishable;
import dev.csai.chat.access.ApiKey.Secret;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.shared.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads keys that are not revoked, by what a request can know of them: the tenant is not known yet. */
@Component
class KeyRows {

    private static final String PUBLISHABLE = """
            select k.tenant_id, k.id, k.expires_at, k.allowed_origins, t.suspended_at is not null as suspended
            from chat.api_keys k join chat.tenants t on t.id = k.tenant_id
            where k.key_text = :reference and k.kind = 'publishable' and k.revoked_at is null
            """;

    private static final String SECRET = """
            select k.tenant_id, k.id, k.expires_at, k.scopes, t.suspended_at is not null as suspended
            from chat.api_keys k join chat.tenants t on t.id = k.tenant_id
            where k.key_hash = :reference and k.kind = 'secret' and k.revoked_at is null
            """;

    private final SystemTransaction system;

    KeyRows(SystemTransaction system) {
        this.system = system;
    }

    Mono<Optional<ApiKey>> publishable(String text) {
        return find(PUBLISHABLE, text, row -> new Publishable(tenant(row), required(row, "id", UUID.class),
                row.get("expires_at", Instant.class), List.of(required(row, "allowed_origins", String[].class)),
                required(row, "suspended", Boolean.class)));
    }

    Mono<Optional<ApiKey>> secret(byte[] hash) {
        return find(SECRET, hash, row -> new Secret(tenant(row), required(row, "id", UUID.class),
                row.get("expires_at", Instant.class), scopes(required(row, "scopes", String[].class)),
                required(row, "suspended", Boolean.class)));
    }

    private Mono<Optional<ApiKey>> find(String sql, Object reference, Function<Readable, ApiKey> key) {
        return system.in(db -> db.sql(sql).bind("reference", reference).map(key).one())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private static TenantId tenant(Readable row) {
        return new TenantId(required(row, "tenant_id", UUID.class));
    }

    /** A scope of a later release opens nothing in this one. */
    private static Set<Scope> scopes(String[] words) {
        return Stream.of(words).flatMap(word -> Scope.ofWord(word).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
