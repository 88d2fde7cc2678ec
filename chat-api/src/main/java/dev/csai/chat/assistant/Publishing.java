package dev.csai.chat.assistant;

import dev.csai.chat.access.Caller.ActingOperator;
import dev.csai.chat.access.Caller.Backend;
import dev.csai.chat.access.Caller.Insider;
import dev.csai.chat.access.Caller.Member;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who publishes a version.
 *
 * @param id of the member, the key or the operator's account
 * @param name null where the tenant's own rows tell it
 */
record Publishing(UUID id, @Nullable String name) {

    static Publishing by(Insider caller) {
        return switch (caller) {
            case Member member -> new Publishing(member.memberId(), null);
            case ActingOperator operator -> new Publishing(operator.personId(), operator.name());
            case Backend key -> new Publishing(key.keyId(), null);
        };
    }
}
