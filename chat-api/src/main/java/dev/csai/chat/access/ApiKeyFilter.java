package dev.csai.chat.access;

import dev.csai.chat.access.Caller.Visitor;
import dev.csai.chat.web.Problems;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Proves a visitor by the publishable key and checks that the page may use it. */
final class ApiKeyFilter implements WebFilter {

    static final String HEADER = "X-API-Key";

    private final PublishableKeys keys;
    private final Problems problems;
    private final SecurityProblems refusals;

    ApiKeyFilter(PublishableKeys keys, Problems problems, SecurityProblems refusals) {
        this.keys = keys;
        this.problems = problems;
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        List<String> given = headers.getOrEmpty(HEADER);
        if (given.isEmpty() || ListedPaths.isPublic(exchange)) {
            return chain.filter(exchange);
        }
        if (given.size() > 1 || headers.containsHeader(HttpHeaders.AUTHORIZATION)) {
            return problems.write(exchange, ProblemException.invalid(HEADER, "ambiguous",
                    "Send one credential, a key or a token."));
        }
        return keys.find(given.getFirst()).flatMap(key -> admit(exchange, chain, key));
    }

    private Mono<Void> admit(ServerWebExchange exchange, WebFilterChain chain, Optional<PublishableKey> found) {
        if (found.isEmpty()) {
            return refusals.unauthenticated(exchange);
        }
        PublishableKey key = found.get();
        String origin = exchange.getRequest().getHeaders().getOrigin();
        if (origin != null) {
            if (!Origin.mayUse(origin, key.allowedOrigins(), ownOrigin(exchange.getRequest()))) {
                return problems.write(exchange, ProblemException.of(ProblemType.ORIGIN_NOT_ALLOWED,
                        "Add the origin of this page to the key's allowed origins."));
            }
            CrossOrigin.expose(exchange.getResponse(), origin);
        }
        return chain.filter(exchange)
                .contextWrite(ReactiveSecurityContextHolder
                        .withAuthentication(new CallerAuthentication(new Visitor(key.tenant(), key.id()), null)));
    }

    private static Optional<Origin> ownOrigin(ServerHttpRequest request) {
        return Origin.of(request.getURI(), request.getHeaders().getFirst("X-Forwarded-Proto"));
    }
}
