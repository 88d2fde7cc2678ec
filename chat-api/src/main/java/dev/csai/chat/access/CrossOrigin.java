package dev.csai.chat.access;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Lets pages of other sites call the widget's API, and nothing else. A preflight carries no key, so it is answered for
 * every origin; whether the origin may use the key is checked on the real request.
 */
final class CrossOrigin implements WebFilter {

    private static final List<PathPattern> OPEN = List.of(PathPatternParser.defaultInstance.parse("/v1/widget/**"),
            PathPatternParser.defaultInstance.parse("/v1/chat/**"));
    private static final List<HttpMethod> METHODS = List.of(HttpMethod.GET, HttpMethod.POST);
    private static final List<String> REQUEST_HEADERS = List.of(ApiKeyFilter.HEADER, HttpHeaders.CONTENT_TYPE,
            HttpHeaders.ACCEPT, "Last-Event-ID", "Idempotency-Key");
    private static final List<String> EXPOSED_HEADERS = List.of(HttpHeaders.RETRY_AFTER, "RateLimit",
            "RateLimit-Policy");
    private static final long PREFLIGHT_SECONDS = 3600;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!isOpen(request.getPath().pathWithinApplication())) {
            return chain.filter(exchange);
        }
        varyByOrigin(exchange.getResponse());
        String origin = request.getHeaders().getOrigin();
        return origin != null && isPreflight(request)
                ? answer(exchange.getResponse(), origin)
                : chain.filter(exchange);
    }

    /** Whatever the answer becomes, a problem too, a page of the origin may read it. */
    static void expose(ServerHttpResponse response, String origin) {
        response.beforeCommit(() -> Mono.fromRunnable(() -> {
            response.getHeaders().setAccessControlAllowOrigin(origin);
            response.getHeaders().setAccessControlExposeHeaders(EXPOSED_HEADERS);
        }));
    }

    private static Mono<Void> answer(ServerHttpResponse response, String origin) {
        HttpHeaders headers = response.getHeaders();
        headers.setAccessControlAllowOrigin(origin);
        headers.setAccessControlAllowMethods(METHODS);
        headers.setAccessControlAllowHeaders(REQUEST_HEADERS);
        headers.setAccessControlMaxAge(PREFLIGHT_SECONDS);
        response.setStatusCode(HttpStatus.NO_CONTENT);
        return response.setComplete();
    }

    /** Late, because an endpoint that sets a Vary of its own would replace this one. */
    private static void varyByOrigin(ServerHttpResponse response) {
        response.beforeCommit(() -> Mono.fromRunnable(() -> {
            if (!response.getHeaders().getVary().contains(HttpHeaders.ORIGIN)) {
                response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            }
        }));
    }

    private static boolean isOpen(PathContainer path) {
        return OPEN.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static boolean isPreflight(ServerHttpRequest request) {
        return HttpMethod.OPTIONS.equals(request.getMethod())
                && request.getHeaders().containsHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
