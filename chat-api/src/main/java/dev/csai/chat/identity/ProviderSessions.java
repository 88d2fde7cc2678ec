package dev.csai.chat.identity;

import dev.csai.shared.TenantId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sessions at one tenant on the word of its identity provider. */
@Component
public class ProviderSessions {

    private final RefreshTokens tokens;
    private final Clock clock;

    ProviderSessions(RefreshTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * The cookie that renews the new session; empty for who is no member of the tenant any more.
     */
    public Mono<ResponseCookie> begin(UUID person, TenantId tenant, String issuer, ServerHttpRequest request) {
        return tokens.issue(person, tenant, issuer)
                .map(token -> RefreshCookie.holding(token, clock.instant(), request));
    }
}
