package dev.csai.chat.access;

import dev.csai.shared.TenantId;
import java.util.Set;
import java.util.UUID;

/**
 * Who a request comes from, proven by its credential. Endpoints take the kind they serve as a parameter; the tenant
 * they work for is the caller's and never a part of the request.
 */
public sealed interface Caller {

    /** The key of the Reactor context under which the caller's {@link TenantId} is found. */
    String TENANT_CONTEXT = "csai.tenant";

    /** A caller that belongs to one tenant. */
    sealed interface OfTenant extends Caller {

        TenantId tenant();
    }

    /** Somebody with an account. */
    sealed interface Person extends Caller {

        UUID personId();
    }

    /** Acts for the tenant: one of its people, or a program they have given a secret key. */
    sealed interface Insider extends OfTenant {}

    /** A contact's browser or app that uses a publishable key of the tenant. */
    record Visitor(TenantId tenant, UUID keyId) implements OfTenant {}

    /**
     * @param byProvider whether the tenant's identity provider has said who this is, and not the person: then they act at
     *        this tenant alone and have no hold of the account, which other tenants' members may share
     */
    record Member(TenantId tenant, UUID memberId, UUID personId, Role role, boolean byProvider)
            implements
                Insider,
                Person {

        public Member(TenantId tenant, UUID memberId, UUID personId, Role role) {
            this(tenant, memberId, personId, role, false);
        }
    }

    /** A server of the tenant's own that uses a secret key. */
    record Backend(TenantId tenant, UUID keyId, Set<Scope> scopes) implements Insider {

        public Backend {
            scopes = Set.copyOf(scopes);
        }
    }

    /** Runs CSAI for all tenants and belongs to none. */
    record Operator(UUID personId) implements Person {}
}
