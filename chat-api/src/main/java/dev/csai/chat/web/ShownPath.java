package dev.csai.chat.web;

import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathRemainingMatchInfo;
import org.springframework.web.util.pattern.PathPatternParser;

/** A request's path for logs and problem documents, which people pass on: without what opens something by itself. */
final class ShownPath {

    /** Invitations and presigned uploads need no other credential than their address. */
    private static final List<PathPattern> OPENING = List.of(
            PathPatternParser.defaultInstance.parse("/v1/auth/invitations/{token}"),
            PathPatternParser.defaultInstance.parse("/v1/uploads/{token}"));

    private ShownPath() {}

    static String of(ServerHttpRequest request) {
        PathContainer path = request.getPath().pathWithinApplication();
        for (PathPattern pattern : OPENING) {
            PathRemainingMatchInfo opened = pattern.matchStartOfPath(path);
            if (opened != null) {
                return pattern.getPatternString() + opened.getPathRemaining().value();
            }
        }
        return path.value();
    }
}
