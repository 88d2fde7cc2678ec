package dev.csai.chat.access;

import dev.csai.shared.TenantId;
import org.springframework.stereotype.Component;

/** What is believed of everybody who comes in a tenant's name, whether they have a key or a token. */
@Component
public class KnownTenants {

    private final KnownKeys keys;
    private final KnownMembers members;
    private final KnownAccesses accesses;

    KnownTenants(KnownKeys keys, KnownMembers members, KnownAccesses accesses) {
        this.keys = keys;
        this.members = members;
        this.accesses = accesses;
    }

    /** Due when it has been committed that a tenant is suspended, or active again, or that an operator left it. */
    public void forget(TenantId tenant) {
        keys.forgetAllOf(tenant);
        members.forgetAllOf(tenant);
        accesses.forgetAllOf(tenant);
    }
}
