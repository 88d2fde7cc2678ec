package dev.csai.chat.access;

import dev.csai.chat.access.Caller.ActingOperator;
import dev.csai.chat.access.Caller.Backend;
import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.access.Caller.Visitor;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may call some paths.
 *
 * @param methods empty means every method
 * @param scope lets a secret key in that has it; none, when null
 * @param ofAccount whether it is about the person's account, on which no tenant's identity provider has a say
 */
record AccessRule(Set<HttpMethod> methods, PathPattern pattern, Set<Audience> may, @Nullable Scope scope,
        boolean ofAccount) {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    AccessRule {
        methods = Set.copyOf(methods);
        may = Set.copyOf(may);
    }

    static AccessRule on(Set<HttpMethod> methods, String pattern, Audience... may) {
        return new AccessRule(methods, PathPatternParser.defaultInstance.parse(pattern), Set.of(may), null, false);
    }

    AccessRule or(Scope opening) {
        return new AccessRule(methods, pattern, may, opening, ofAccount);
    }

    AccessRule aboutTheAccount() {
        return new AccessRule(methods, pattern, may, scope, true);
    }

    boolean covers(PathContainer path) {
        return pattern.matches(path);
    }

    boolean covers(HttpMethod method, PathContainer path) {
        return (methods.isEmpty() || methods.contains(method)) && covers(path);
    }

    boolean isPublic() {
        return may.contains(Audience.ANYONE);
    }

    boolean admits(Caller caller) {
        return isPublic() || switch (caller) {
            case Visitor visitor -> may.contains(Audience.VISITOR);
            case Member member -> may.contains(Audience.of(member.role())) && !(ofAccount && member.byProvider());
            case Backend backend -> scope != null && backend.scopes().contains(scope);
            case ActingOperator acting -> may.contains(Audience.ACTING);
            case Operator operator -> may.contains(Audience.OPERATOR);
        };
    }

    /**
     * Whether it stays open to the caller while their tenant is suspended: its people see what they saw and keep their own
     * accounts, and nothing is begun or changed for it, whoever asks.
     */
    boolean isOpenWhileSuspended(Caller caller, HttpMethod method) {
        return switch (caller) {
            case Visitor visitor -> false;
            case Backend backend -> false;
            case Member member -> ofAccount || READING.contains(method);
            case ActingOperator acting -> READING.contains(method);
            case Operator operator -> true;
        };
    }
}
