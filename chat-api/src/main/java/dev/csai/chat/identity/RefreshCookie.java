package dev.csai.chat.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The cookie that carries a refresh token: out of reach of scripts and of other sites, and sent nowhere else. */
final class RefreshCookie {

    static final String NAME = "csai_refresh";

    private static final String PATH = "/v1/auth";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private RefreshCookie() {}

    static Optional<String> read(ServerHttpRequest request) {
        return Optional.ofNullable(request.getCookies().getFirst(NAME))
                .map(HttpCookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    static ResponseCookie holding(RefreshToken token, Instant now, ServerHttpRequest request) {
        return cookie(token.text(), Duration.between(now, token.expiresAt()), request);
    }

    static ResponseCookie none(ServerHttpRequest request) {
        return cookie("", Duration.ZERO, request);
    }

    private static ResponseCookie cookie(String value, Duration life, ServerHttpRequest request) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(isSecure(request))
                .sameSite("Strict")
                .path(PATH)
                .maxAge(life)
                .build();
    }

    /** A browser would not take a Secure cookie from plain http; only one's own machine is trusted with that. */
    private static boolean isSecure(ServerHttpRequest request) {
        boolean https = "https".equals(request.getURI().getScheme())
                || "https".equals(request.getHeaders().getFirst("X-Forwarded-Proto"));
        return https || !LOOPBACK.contains(String.valueOf(request.getURI().getHost()));
    }
}
