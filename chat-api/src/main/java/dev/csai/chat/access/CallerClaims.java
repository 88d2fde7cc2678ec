package dev.csai.chat.access;

import dev.csai.chat.access.Caller.ActingOperator;
import dev.csai.chat.access.Caller.Backend;
import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.access.Caller.Visitor;
import dev.csai.shared.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a caller is written into the claims of an access token, and read back from them. */
public final class CallerClaims {

    private static final String SUBJECT = "sub";
    private static final String TENANT = "tenant";
    private static final String MEMBER = "member";
    private static final String ROLE = "role";
    private static final String OPERATOR = "operator";
    private static final String ACTING = "acting";
    private static final String ACCESS = "access";
    private static final String NAME = "name";
    private static final String PROVEN_BY = "provenBy";
    private static final String PROVIDER = "provider";

    private CallerClaims() {}

    /**
     * @throws IllegalArgumentException for one who has a key instead of a token
     */
    public static Map<String, String> of(Caller caller) {
        return switch (caller) {
            case Member member -> ofMember(member);
            case ActingOperator acting -> Map.of(SUBJECT, acting.personId().toString(), ROLE, ACTING, TENANT,
                    acting.tenant().toString(), ACCESS, acting.access().toString(), NAME, acting.name());
            case Operator operator -> Map.of(SUBJECT, operator.personId().toString(), ROLE, OPERATOR);
            case Visitor visitor -> throw new IllegalArgumentException("a visitor has no access token");
            case Backend backend -> throw new IllegalArgumentException("a backend has no access token");
        };
    }

    private static Map<String, String> ofMember(Member member) {
        Map<String, String> claims = new HashMap<>(Map.of(SUBJECT, member.personId().toString(), TENANT,
                member.tenant().toString(), MEMBER, member.memberId().toString(), ROLE, member.role().word()));
        if (member.byProvider()) {
            claims.put(PROVEN_BY, PROVIDER);
        }
        return Map.copyOf(claims);
    }

    /** Empty when the claims are not those of a caller. */
    static Optional<Caller> caller(Map<String, Object> claims) {
        UUID person = id(claims.get(SUBJECT));
        if (person == null || !(claims.get(ROLE) instanceof String role)) {
            return Optional.empty();
        }
        if (role.equals(OPERATOR)) {
            return Optional.of(new Operator(person));
        }
        UUID tenant = id(claims.get(TENANT));
        if (tenant == null) {
            return Optional.empty();
        }
        return role.equals(ACTING)
                ? acting(claims, new TenantId(tenant), person)
                : member(claims, new TenantId(tenant), person, role);
    }

    private static Optional<Caller> acting(Map<String, Object> claims, TenantId tenant, UUID person) {
        UUID access = id(claims.get(ACCESS));
        return access != null && claims.get(NAME) instanceof String name
                ? Optional.of(new ActingOperator(tenant, person, access, name))
                : Optional.empty();
    }

    private static Optional<Caller> member(Map<String, Object> claims, TenantId tenant, UUID person, String role) {
        UUID member = id(claims.get(MEMBER));
        return member == null
                ? Optional.empty()
                : Role.ofWord(role).map(known -> new Member(tenant, member, person, known,
                        claims.get(PROVEN_BY) != null));
    }

    private static @Nullable UUID id(@Nullable Object claim) {
        try {
            return claim instanceof String text ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
