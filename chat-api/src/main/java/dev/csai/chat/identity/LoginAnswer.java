package dev.csai.chat.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.access.Caller.ActingOperator;
import dev.csai.chat.access.Caller.Backend;
import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.access.Caller.Visitor;
import dev.csai.shared.TenantId;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param expiresIn seconds
 */
record LoginAnswer(String accessToken, long expiresIn, MemberView member) {

    /**
     * @param role {@code owner}, {@code admin}, {@code agent} or, without a tenant, {@code operator}
     * @param tenantSuspended true where nothing can be changed for the time being; absent otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberView(UUID id, String name, String email, String role, @Nullable UUID tenantId,
            @Nullable String tenantName, @Nullable Boolean tenantSuspended) {}

    static LoginAnswer of(SignedIn signedIn, Duration life) {
        return new LoginAnswer(signedIn.accessToken(), life.toSeconds(), member(signedIn.identity()));
    }

    private static MemberView member(Identity identity) {
        TenantId tenant = identity.tenant();
        return switch (identity.caller()) {
            case Member member -> new MemberView(member.memberId(), identity.name(), identity.email(),
                    member.role().word(), tenant == null ? null : tenant.value(), identity.tenantName(),
                    identity.suspended() ? true : null);
            case Operator operator -> new MemberView(operator.personId(), identity.name(), identity.email(),
                    "operator", null, null, null);
            case ActingOperator acting -> throw new IllegalStateException("nobody logs in as another");
            case Visitor visitor -> throw new IllegalStateException("a visitor does not log in");
            case Backend backend -> throw new IllegalStateException("a backend does not log in");
        };
    }

    @Override
    public String toString() {
        return "LoginAnswer[" + member + "]";
    }
}
