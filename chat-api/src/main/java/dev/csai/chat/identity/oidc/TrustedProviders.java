package dev.csai.chat.identity.oidc;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.access.Role;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.shared.TenantId;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which provider speaks for whom. Read with the system role: whoever signs in has no tenant yet. */
@Component
class TrustedProviders {

    private static final String READ = """
            select p.tenant_id, p.issuer, p.client_id, p.client_secret_sealed, p.default_role, p.trusts_email,
              p.chosen_by_owner
            from chat.identity_providers p
            """;
    private static final String BY_DOMAIN = READ + """
            join chat.identity_provider_domains d on d.tenant_id = p.tenant_id
            where d.domain = :domain and d.verified_at is not null and p.enabled
            """;
    private static final String BY_ISSUER = READ + """
            where p.tenant_id = :tenant and p.issuer = :issuer and p.enabled
            """;

    private final SystemTransaction system;

    TrustedProviders(SystemTransaction system) {
        this.system = system;
    }

    /** Empty when nobody has proven the domain, or its tenant lets nobody in this way. */
    Mono<Provider> ofDomain(String domain) {
        return system.in(db -> db.sql(BY_DOMAIN).bind("domain", domain).map(TrustedProviders::provider).one());
    }

    /** Empty when the tenant does not trust this one any more. */
    Mono<Provider> ofTenant(TenantId tenant, String issuer) {
        return system.in(db -> db.sql(BY_ISSUER)
                .bind("tenant", tenant.value())
                .bind("issuer", issuer)
                .map(TrustedProviders::provider)
                .one());
    }

    private static Provider provider(Readable row) {
        return new Provider(new TenantId(required(row, "tenant_id", UUID.class)),
                required(row, "issuer", String.class), required(row, "client_id", String.class),
                required(row, "client_secret_sealed", String.class),
                Role.ofWord(required(row, "default_role", String.class)).orElseThrow(),
                required(row, "trusts_email", Boolean.class), required(row, "chosen_by_owner", Boolean.class));
    }
}
