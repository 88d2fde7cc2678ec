package dev.csai.chat.access;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Tells browsers, on every response, what they must not do with it. Written when the response is committed, so that an
 * endpoint's own caching rule stands and a problem document has the headers too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ResponseHeaders implements WebFilter {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final String PAGE = "default-src 'self'; img-src 'self' data: https:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    /** Swagger UI styles its icons and layout inline. */
    private static final String STYLED_INLINE = PAGE + "; style-src 'self' 'unsafe-inline'";
    private static final List<PathPattern> API_PAGES = Stream.of("/docs/**", "/swagger-ui/**", "/webjars/**")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(
                () -> add(exchange.getRequest(), exchange.getResponse().getHeaders())));
        return chain.filter(exchange);
    }

    private static void add(ServerHttpRequest request, HttpHeaders headers) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
        // The widget's preview is shown inside the console.
        if (!headers.containsHeader("X-Frame-Options")) {
            headers.set("X-Frame-Options", "DENY");
        }
        // An endpoint that hands out somebody's upload has a stricter one.
        if (!headers.containsHeader("Content-Security-Policy")) {
            headers.set("Content-Security-Policy", policy(request, headers));
        }
        if (headers.getCacheControl() == null) {
            headers.setCacheControl("no-store");
        }
        if ("https".equals(request.getURI().getScheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    private static String policy(ServerHttpRequest request, HttpHeaders headers) {
        MediaType type = headers.getContentType();
        if (type == null || !type.isCompatibleWith(MediaType.TEXT_HTML)) {
            return NOTHING;
        }
        PathContainer path = request.getPath().pathWithinApplication();
        return API_PAGES.stream().anyMatch(page -> page.matches(path)) ? STYLED_INLINE : PAGE;
    }
}
