package dev.csai.chat.once;

import dev.csai.chat.access.Caller;
import dev.csai.chat.access.Caller.ActingOperator;
import dev.csai.chat.access.Caller.Backend;
import dev.csai.chat.access.Caller.Insider;
import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.access.Caller.Visitor;
import dev.csai.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Under what a client may send a request again. It means something to one operation and one caller only. An endpoint
 * that creates takes it as a parameter, whether the client has given one or not, and is described so.
 *
 * @param caller no visitor, for those of a page all call with one key
 * @param operation the method and the pattern of the path
 * @param path what stands for the variables of the pattern
 * @param text as it was sent; null if the client means to send the request but once
 */
public record IdempotencyKey(Caller caller, String operation, Map<String, String> path, @Nullable String text) {

    static final String HEADER = "Idempotency-Key";

    public IdempotencyKey {
        path = Map.copyOf(path);
        if (caller instanceof Visitor) {
            throw new IllegalArgumentException("a visitor has no idempotency keys");
        }
    }

    /** @param what the request asks for, as it was understood, besides what its path says; written as JSON */
    public Asked asking(Object... what) {
        return new Asked(this, List.of(what));
    }

    /** Whose rows the answer is kept among; an operator's among the platform's. */
    TenantId tenant() {
        return caller instanceof Insider insider ? insider.tenant() : TenantId.PLATFORM;
    }

    /** A person stays the same when they sign in anew. */
    UUID principal() {
        return switch (caller) {
            case Member member -> member.personId();
            case Backend backend -> backend.keyId();
            case ActingOperator acting -> acting.personId();
            case Operator operator -> operator.personId();
            case Visitor visitor -> visitor.keyId();
        };
    }

    /** Who may do other things than before does not ask the same, and is not told what was done then. */
    String powers() {
        return switch (caller) {
            case Member member -> member.role().word();
            case Backend backend -> "";
            case ActingOperator acting -> "acting";
            case Operator operator -> "operator";
            case Visitor visitor -> "";
        };
    }

    /** Clients make keys of anything. */
    @Override
    public String toString() {
        return "IdempotencyKey[" + operation + "]";
    }
}
