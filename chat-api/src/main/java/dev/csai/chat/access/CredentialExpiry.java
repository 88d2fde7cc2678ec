package dev.csai.chat.access;

import java.time.Instant;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import reactor.core.publisher.Mono;

/** Until when a credential holds. It is checked when a request comes in; what lasts longer, a stream, ends by this. */
public final class CredentialExpiry {

    private CredentialExpiry() {}

    /** Of the request being served; empty when its credential has no end. */
    public static Mono<Instant> ofRequest() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .ofType(CallerAuthentication.class)
                .mapNotNull(CallerAuthentication::expiresAt);
    }
}
