package dev.csai.chat.web;

import java.util.Set;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Over what a browser may send back a cookie that it is given. */
public final class CookieTransport {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private CookieTransport() {}

    /** A browser would not take a Secure cookie from plain http; only one's own machine is trusted with that. */
    public static boolean isSecure(ServerHttpRequest request) {
        boolean https = "https".equals(request.getURI().getScheme())
                || "https".equals(request.getHeaders().getFirst("X-Forwarded-Proto"));
        return https || !LOOPBACK.contains(String.valueOf(request.getURI().getHost()));
    }
}
