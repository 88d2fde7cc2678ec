package dev.csai.chat.throttle;

import dev.csai.chat.throttle.Take.Counted;
import org.springframework.http.HttpHeaders;

/** Tells a client its limit in the form of draft-ietf-httpapi-ratelimit-headers-10. */
final class RateHeaders {

    private static final String POLICY = "tenant";

    private RateHeaders() {}

    static void write(HttpHeaders headers, Counted take) {
        headers.set("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(POLICY, take.limit(), take.window().toSeconds()));
        headers.set("RateLimit", "\"%s\";r=%d;t=%d".formatted(POLICY, take.remaining(), take.reset().toSeconds()));
    }
}
