package dev.csai.chat.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.access.Caller;
import dev.csai.chat.access.Caller.ActingOperator;
import dev.csai.chat.access.Caller.Backend;
import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Caller.OfTenant;
import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.access.Caller.Visitor;
import dev.csai.shared.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asked for an operation.
 *
 * @param id of the member, the key or the operator's account
 * @param name that they had then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Actor(String kind, @Nullable UUID id, @Nullable String name) {

    static final String MEMBER = "member";
    static final String BACKEND = "backend";
    static final String OPERATOR = "operator";
    static final String ANONYMOUS = "anonymous";

    static final Actor NOBODY = new Actor(ANONYMOUS, null, null);

    /**
     * Mostly without a name, which is looked up when the entry is written. A key that everybody may read proves nobody.
     */
    static Actor of(@Nullable Caller caller) {
        return switch (caller) {
            case null -> NOBODY;
            case Visitor visitor -> NOBODY;
            case Member member -> new Actor(MEMBER, member.memberId(), null);
            case Backend backend -> new Actor(BACKEND, backend.keyId(), null);
            case ActingOperator acting -> new Actor(OPERATOR, acting.personId(), acting.name());
            case Operator operator -> new Actor(OPERATOR, operator.personId(), null);
        };
    }

    /** Whose log tells of it. */
    static TenantId tenantOf(@Nullable Caller caller) {
        return caller instanceof OfTenant known ? known.tenant() : TenantId.PLATFORM;
    }

    boolean isAnonymous() {
        return kind.equals(ANONYMOUS);
    }
}
