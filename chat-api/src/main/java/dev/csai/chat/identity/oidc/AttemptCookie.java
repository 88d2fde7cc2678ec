package dev.csai.chat.identity.oidc;

import dev.csai.chat.web.CookieTransport;
import java.time.Duration;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * What a browser keeps while its person is at the provider. Lax, since it comes back from another site; who lures
 * somebody to a finished sign-in of their own has no such cookie in that browser.
 */
final class AttemptCookie {

    static final String NAME = "csai_sign_in";

    private static final String PATH = "/v1/auth/oidc";

    private AttemptCookie() {}

    /** Empty text when there is none. */
    static String read(ServerHttpRequest request) {
        HttpCookie cookie = request.getCookies().getFirst(NAME);
        return cookie == null ? "" : cookie.getValue();
    }

    static ResponseCookie holding(String browser, ServerHttpRequest request) {
        return cookie(browser, Attempts.LIFE, request);
    }

    static ResponseCookie none(ServerHttpRequest request) {
        return cookie("", Duration.ZERO, request);
    }

    private static ResponseCookie cookie(String value, Duration life, ServerHttpRequest request) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(CookieTransport.isSecure(request))
                .sameSite("Lax")
                .path(PATH)
                .maxAge(life)
                .build();
    }
}
