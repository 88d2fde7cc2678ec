package dev.csai.chat.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * All operations that an entry is written for: every endpoint under {@code /v1} that does not only read. A new endpoint
 * is among them by itself; what is left out stands here, and what has an entry though it reads.
 */
@Component
class Operations {

    private static final PathPattern MANAGEMENT = PathPatternParser.defaultInstance.parse("/v1/**");
    /** What contacts say is no management. */
    private static final PathPattern CHAT = PathPatternParser.defaultInstance.parse("/v1/chat/**");
    /** Where browsers are sent by who signs people in, which they cannot do otherwise than by GET. */
    private static final String ARRIVAL = "/v1/auth/oidc/callback/";
    /** Where an operator looks at what tenants' contacts have said, which is no change but theirs to know. */
    private static final String LOOK = "/v1/admin/conversations";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    /**
     * Ask and change nothing; or, as the renewal of a token, change what nobody decides; or tell that there are
     * conversations, and not what was said.
     */
    private static final Set<String> LEFT_OUT = Set.of("POST /v1/knowledge/search", "POST /v1/assistant/test",
            "POST /v1/tenant/widget/installation-check", "POST /v1/auth/refresh", "GET /v1/admin/conversations",
            "GET /v1/admin/conversations/{id}");

    private final List<Operation> all;

    Operations(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
        this.all = endpoints.getHandlerMethods().keySet().stream()
                .flatMap(Operations::of)
                .filter(Operations::hasEntry)
                .filter(operation -> !LEFT_OUT.contains(operation.toString()))
                .sorted(Comparator.comparing(Operation::path))
                .toList();
    }

    private static Stream<Operation> of(RequestMappingInfo endpoint) {
        return endpoint.getMethodsCondition().getMethods().stream()
                .map(method -> HttpMethod.valueOf(method.name()))
                .flatMap(method -> endpoint.getPatternsCondition().getPatterns().stream()
                        .map(path -> new Operation(method, path)));
    }

    private static boolean hasEntry(Operation operation) {
        String path = operation.path().getPatternString();
        return isManagement(PathContainer.parsePath(path))
                && (!READING.contains(operation.method()) || path.startsWith(ARRIVAL) || path.startsWith(LOOK));
    }

    private static boolean isManagement(PathContainer path) {
        return MANAGEMENT.matches(path) && !CHAT.matches(path);
    }

    /**
     * Empty for what has no entry, is no management, or is no operation at all. A request's path is matched and never
     * compared as a text: with a letter escaped it is another text and still reaches the endpoint.
     */
    Optional<Operation> find(ServerHttpRequest request) {
        PathContainer path = request.getPath().pathWithinApplication();
        return isManagement(path)
                ? all.stream().filter(operation -> operation.covers(request.getMethod(), path)).findFirst()
                : Optional.empty();
    }
}
