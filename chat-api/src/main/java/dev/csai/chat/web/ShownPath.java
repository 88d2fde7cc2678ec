package dev.csai.chat.web;

import java.util.regex.Pattern;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** A request's path for logs and problem documents, which people pass on: without what opens something by itself. */
final class ShownPath {

    /** Invitations and presigned uploads need no other credential than their address. */
    private static final Pattern TOKEN = Pattern.compile("^(/v1/(?:auth/invitations|uploads)/)[^/]+");

    private ShownPath() {}

    static String of(ServerHttpRequest request) {
        return TOKEN.matcher(request.getPath().value()).replaceFirst("$1{token}");
    }
}
