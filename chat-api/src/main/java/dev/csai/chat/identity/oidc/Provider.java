package dev.csai.chat.identity.oidc;

import dev.csai.chat.access.Role;
import dev.csai.shared.TenantId;

/**
 * A tenant's identity provider, for who signs in there.
 *
 * @param defaultRole of those who come for the first time
 * @param trustsEmail whether an address counts that the provider says nothing of
 * @param chosenByOwner whether it may speak for owners
 */
record Provider(TenantId tenant, String issuer, String clientId, String sealedSecret, Role defaultRole,
        boolean trustsEmail, boolean chosenByOwner) {

    @Override
    public String toString() {
        return "Provider[" + tenant + ", " + issuer + "]";
    }
}
