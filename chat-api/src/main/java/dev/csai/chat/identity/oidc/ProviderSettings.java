package dev.csai.chat.identity.oidc;

import dev.csai.chat.access.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant says of its identity provider.
 *
 * @param clientSecret none to keep the one that is known
 * @param trustsEmail whether an address counts that the provider says nothing of
 * @param domains whose addresses it may speak for, once they are proven
 */
record ProviderSettings(String issuer, String clientId, @Nullable String clientSecret, Role defaultRole,
        boolean enabled, boolean trustsEmail, List<String> domains) {

    ProviderSettings {
        domains = List.copyOf(domains);
    }

    @Override
    public String toString() {
        return "ProviderSettings[" + issuer + "]";
    }
}
