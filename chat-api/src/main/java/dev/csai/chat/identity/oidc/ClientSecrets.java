package dev.csai.chat.identity.oidc;

import dev.csai.shared.TenantId;
import dev.csai.shared.secret.Sealer;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** What we prove to a tenant's identity provider that it is we who ask. */
@Component
class ClientSecrets {

    private final Sealer sealer;

    ClientSecrets(Sealer sealer) {
        this.sealer = sealer;
    }

    String seal(TenantId tenant, String secret) {
        return sealer.seal(secret.getBytes(StandardCharsets.UTF_8), context(tenant));
    }

    String open(TenantId tenant, String sealed) {
        return new String(sealer.open(sealed, context(tenant)), StandardCharsets.UTF_8);
    }

    private static String context(TenantId tenant) {
        return "%1$s|chat.identity_providers|%1$s|client_secret_sealed".formatted(tenant);
    }
}
