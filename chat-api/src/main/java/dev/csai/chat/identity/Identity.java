package dev.csai.chat.identity;

import dev.csai.chat.access.Caller;
import dev.csai.chat.access.Caller.Member;
import dev.csai.shared.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the capacity in which they signed in.
 *
 * @param caller a member or an operator
 * @param tenantName absent for an operator
 * @param suspended whether the tenant is
 */
record Identity(Caller caller, UUID personId, String name, String email, @Nullable String tenantName,
        boolean suspended) {

    @Nullable
    TenantId tenant() {
        return caller instanceof Member member ? member.tenant() : null;
    }

    /** The same, on the word of the tenant's identity provider; nobody else than a member is that. */
    Identity byProvider() {
        if (!(caller instanceof Member member)) {
            throw new IllegalStateException("no provider vouches for who is not a member");
        }
        return new Identity(new Member(member.tenant(), member.memberId(), personId, member.role(), true), personId,
                name, email, tenantName, suspended);
    }
}
