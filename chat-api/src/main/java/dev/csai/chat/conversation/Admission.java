package dev.csai.chat.conversation;

import dev.csai.chat.contact.Claimants;
import dev.csai.chat.throttle.VisitorThrottle;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets a visitor speak whose session and token are right and who has not said too much within the minute. */
@Component
class Admission {

    private final Sessions sessions;
    private final Claimants claimants;
    private final VisitorThrottle throttle;

    Admission(Sessions sessions, Claimants claimants, VisitorThrottle throttle) {
        this.sessions = sessions;
        this.claimants = claimants;
        this.throttle = throttle;
    }

    /** Nothing is written of a message that is refused here. */
    Mono<Speaker> admit(TenantId tenant, String network, ChatRequest request) {
        UUID conversation = request.sessionId() == null
                ? Ids.next()
                : sessions.conversation(tenant, request.sessionId());
        return claimants.of(tenant, request.checkedContact())
                .map(claimant -> new Speaker(tenant, conversation, request.sessionId() != null, claimant))
                .delayUntil(speaker -> throttle.admit(tenant, speaker.visitor(), network));
    }
}
