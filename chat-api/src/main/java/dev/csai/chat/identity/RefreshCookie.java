package dev.csai.chat.identity;

import dev.csai.chat.web.CookieTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The cookie that carries a refresh token: out of reach of scripts and of other sites, and sent nowhere else. */
final class RefreshCookie {

    static final String NAME = "csai_refresh";

    private static final String PATH = "/v1/auth";

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
                .secure(CookieTransport.isSecure(request))
                .sameSite("Strict")
                .path(PATH)
                .maxAge(life)
                .build();
    }
}
