package dev.csai.chat.identity.oidc;

import java.net.URI;
import java.util.List;

/**
 * A tenant's identity provider as its owners and admins see it; the client secret is never shown.
 *
 * @param redirectUri what the provider must know as the place to send people back to
 */
record ProviderView(String issuer, String clientId, String defaultRole, boolean enabled, boolean trustsEmail,
        URI redirectUri, List<Domain> domains) {

    /**
     * @param recordName of the TXT record that proves the domain
     * @param recordValue that it must hold
     */
    record Domain(String domain, boolean verified, String recordName, String recordValue) {}

    ProviderView {
        domains = List.copyOf(domains);
    }
}
