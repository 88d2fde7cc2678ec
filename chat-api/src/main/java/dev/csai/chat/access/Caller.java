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

    /** Acts for the tenant as a human being, who answers for what is done; no program does. */
    sealed interface InPerson extends Insider {}

    /** A contact's browser or app that uses a publishable key of the tenant. */
    record Visitor(TenantId tenant, UUID keyId) implements OfTenant {}

    /**
     * @param byProvider whether the tenant's identity provider has said who this is, and not the person: then they act at
     *        this tenant alone and have no hold of the account, which other tenants' members may share
     */
    record Member(TenantId tenant, UUID memberId, UUID personId, Role role, boolean byProvider)
            implements
                InPerson,
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

    /**
     * An operator at work in the rooms of one tenant, under their own name. It is no {@link Person}: the account is theirs
     * and not the tenant's to touch.
     *
     * @param access by which this was begun, and by which it can be ended
     * @param name for the tenant's audit log, since work that is bound to a tenant reads no accounts
     */
    record ActingOperator(TenantId tenant, UUID personId, UUID access, String name) implements InPerson {}

    /** Runs CSAI for all tenants and belongs to none. */
    record Operator(UUID personId) implements Person {}
}
