package dev.csai.chat.access;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may call some paths.
 *
 * @param methods empty means every method
 */
record AccessRule(Set<HttpMethod> methods, PathPattern pattern, Set<Audience> may) {

    AccessRule {
        methods = Set.copyOf(methods);
        may = Set.copyOf(may);
    }

    static AccessRule on(Set<HttpMethod> methods, String pattern, Audience... may) {
        return new AccessRule(methods, PathPatternParser.defaultInstance.parse(pattern), Set.of(may));
    }

    boolean covers(PathContainer path) {
        return pattern.matches(path);
    }

    boolean covers(HttpMethod method, PathContainer path) {
        return (methods.isEmpty() || methods.contains(method)) && covers(path);
    }

    boolean isPublic() {
        return may.contains(Audience.ANYONE);
    }

    boolean admits(Caller caller) {
        return isPublic() || may.contains(Audience.of(caller));
    }
}
