package dev.csai.chat.access;

import dev.csai.chat.web.Problems;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Finds the rule of a request before anything else looks at it; what no rule covers goes no further. */
final class ListedPaths implements WebFilter {

    private static final String RULE = ListedPaths.class.getName() + ".rule";

    private final Problems problems;

    ListedPaths(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpMethod method = exchange.getRequest().getMethod();
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        AccessRule rule = AccessTable.find(method, path).orElse(null);
        if (rule == null) {
            return problems.write(exchange, refusal(path));
        }
        exchange.getAttributes().put(RULE, rule);
        return chain.filter(exchange);
    }

    /** Null only when the request did not pass here; then nobody is admitted. */
    static @Nullable AccessRule ruleOf(ServerWebExchange exchange) {
        return exchange.getAttribute(RULE);
    }

    /** Credentials are not looked at where anyone may call: an expired token must not hinder its own renewal. */
    static boolean isPublic(ServerWebExchange exchange) {
        AccessRule rule = ruleOf(exchange);
        return rule != null && rule.isPublic();
    }

    private static ProblemException refusal(PathContainer path) {
        return AccessTable.knows(path)
                ? ProblemException.of(ProblemType.METHOD_NOT_ALLOWED, "This method is not allowed here.")
                : ProblemException.notFound("address");
    }
}
