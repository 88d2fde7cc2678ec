package dev.csai.chat.access;

import dev.csai.chat.access.ApiKey.Publishable;
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

/**
 * Proves a caller by a key. A publishable one serves the pages of its origins; a secret one serves no page at all, not
 * even where no credential is needed.
 */
final class ApiKeyFilter implements WebFilter {

    static final String HEADER = "X-API-Key";

    private final KnownKeys keys;
    private final KeyUse use;
    private final Problems problems;
    private final SecurityProblems refusals;

    ApiKeyFilter(KnownKeys keys, KeyUse use, Problems problems, SecurityProblems refusals) {
        this.keys = keys;
        this.use = use;
        this.problems = problems;
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        List<String> given = headers.getOrEmpty(HEADER);
        if (headers.containsHeader(HttpHeaders.ORIGIN) && given.stream().anyMatch(KeyText::isMeantAsSecret)) {
            return problems.write(exchange, ProblemException.of(ProblemType.ORIGIN_NOT_ALLOWED,
                    "A secret key is for servers and never for a page. Revoke it if others could have seen it."));
        }
        if (given.isEmpty() || ListedPaths.isPublic(exchange)) {
            return chain.filter(exchange);
        }
        if (given.size() > 1 || headers.containsHeader(HttpHeaders.AUTHORIZATION)) {
            return problems.write(exchange, ProblemException.invalid(HEADER, "ambiguous",
                    "Send one credential, a key or a token."));
        }
        return keys.find(given.getFirst(), exchange.getRequest().getRemoteAddress())
                .flatMap(found -> found.map(key -> admit(exchange, chain, key))
                        .orElseGet(() -> refusals.unauthenticated(exchange)));
    }

    private Mono<Void> admit(ServerWebExchange exchange, WebFilterChain chain, ApiKey key) {
        String origin = exchange.getRequest().getHeaders().getOrigin();
        if (origin != null) {
            if (!(key instanceof Publishable publishable)
                    || !Origin.mayUse(origin, publishable.allowedOrigins(), ownOrigin(exchange.getRequest()))) {
                return problems.write(exchange, ProblemException.of(ProblemType.ORIGIN_NOT_ALLOWED,
                        "Add the origin of this page to the key's allowed origins."));
            }
            CrossOrigin.expose(exchange.getResponse(), origin);
        }
        use.note(key);
        return chain.filter(exchange)
                .contextWrite(ReactiveSecurityContextHolder
                        .withAuthentication(new CallerAuthentication(key.caller(), key.expiresAt(),
                                key.suspended())));
    }

    private static Optional<Origin> ownOrigin(ServerHttpRequest request) {
        return Origin.of(request.getURI(), request.getHeaders().getFirst("X-Forwarded-Proto"));
    }
}
