package dev.csai.chat.isolation;

import dev.csai.chat.testing.Call;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What somebody proves themselves by.
 *
 * @param audience in the word of the declaration; empty for one that proves nobody
 * @param scopes of a secret key
 * @param refusal the status for whom the operation is not for
 * @param everywhere whether it is refused also where anyone may call
 */
record Credential(String name, String audience, Set<String> scopes, int refusal, boolean everywhere,
        UnaryOperator<Call> on) {

    private static final String ELSEWHERE = "https://elsewhere.example";

    /** Someone unproven, whose page is of another origin, as is that of the next two. */
    static Credential unproven(String name, UnaryOperator<Call> on) {
        return new Credential(name, "", Set.of(), 401, false, call -> on.apply(call).origin(ELSEWHERE));
    }

    static Credential person(String name, String audience, String token) {
        return new Credential(name, audience, Set.of(), 403, false, call -> call.token(token).origin(ELSEWHERE));
    }

    static Credential fromElsewhere(String name, String key) {
        return new Credential(name, "", Set.of(), 403, false, call -> call.key(key).origin(ELSEWHERE));
    }

    static Credential visitor(String name, UnaryOperator<Call> on) {
        return new Credential(name, "visitor", Set.of(), 403, false, on);
    }

    static Credential secret(String name, String key, Set<String> scopes) {
        return new Credential(name, "", scopes, 403, false, call -> call.key(key));
    }

    /** A secret key in a page is known to everybody who reads the page. */
    static Credential secretFromElsewhere(String name, String key) {
        return new Credential(name, "", Set.of(), 403, true, call -> call.key(key).origin(ELSEWHERE));
    }

    boolean isAdmittedBy(Permission permission) {
        return !everywhere && (permission.admitsAnyone() || permission.admits(audience)
                || permission.scopes().anyMatch(scopes::contains));
    }

    /** What an answer may say of the pages that read it, and must not. */
    static boolean isOpenedBy(String allowedOrigin) {
        return allowedOrigin.equals("*") || allowedOrigin.equals(ELSEWHERE);
    }
}
