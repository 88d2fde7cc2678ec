package dev.csai.chat.identity.oidc;

import dev.csai.chat.audit.Snapshot;
import java.util.List;

/**
 * What the audit log tells of a tenant's identity provider.
 *
 * @param chosenByOwner whether it may speak for owners
 * @param newSecret whether this change came with a client secret, of which nothing else is told
 */
record ProviderSnapshot(String issuer, String clientId, String defaultRole, boolean enabled, boolean trustsEmail,
        boolean chosenByOwner, boolean newSecret, List<Domain> domains) implements Snapshot {

    record Domain(String domain, boolean verified) {}

    ProviderSnapshot {
        domains = List.copyOf(domains);
    }

    static ProviderSnapshot of(ProviderView view, boolean chosenByOwner) {
        return new ProviderSnapshot(view.issuer(), view.clientId(), view.defaultRole(), view.enabled(),
                view.trustsEmail(), chosenByOwner, false,
                view.domains().stream().map(domain -> new Domain(domain.domain(), domain.verified())).toList());
    }

    ProviderSnapshot withNewSecret(boolean given) {
        return new ProviderSnapshot(issuer, clientId, defaultRole, enabled, trustsEmail, chosenByOwner, given, domains);
    }
}
