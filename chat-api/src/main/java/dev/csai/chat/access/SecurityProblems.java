package dev.csai.chat.access;

import dev.csai.chat.web.Problems;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What Spring Security refuses, told as problem documents. */
@Component
class SecurityProblems
        implements
            ServerAuthenticationEntryPoint,
            ServerAccessDeniedHandler,
            ServerExchangeRejectedHandler {

    private final Problems problems;

    SecurityProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refused) {
        return unauthenticated(exchange);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return problems.write(exchange, ProblemException.of(ProblemType.FORBIDDEN,
                "This credential does not reach this address."));
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException rejected) {
        return problems.write(exchange, ProblemException.of(ProblemType.INVALID_REQUEST,
                "The address, method or a header of the request has a form that is not accepted."));
    }

    /** RFC 9110 wants a challenge with every 401; Bearer is one that no browser shows a prompt for. */
    Mono<Void> unauthenticated(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return problems.write(exchange, ProblemException.of(ProblemType.UNAUTHENTICATED,
                "The credential is missing, malformed, expired or revoked."));
    }
}
