package dev.csai.chat.audit;

import static java.util.Map.entry;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;

/** An operation that leaves an entry, as it is mapped. */
record Operation(HttpMethod method, PathPattern path) {

    /** An id of ours and nothing else: what somebody puts in its place may be anything, a secret too. */
    private static final Pattern ID = Pattern
            .compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z]{1,20}-\\d{1,18}");

    /** What stands before an id in a path, and what it is the id of. */
    private static final Map<String, String> KINDS = Map.ofEntries(entry("members", "member"),
            entry("api-keys", "key"), entry("documents", "document"), entry("texts", "document"),
            entry("qa", "document"), entry("job-executions", "job-execution"), entry("contacts", "contact"),
            entry("people", "person"), entry("tools", "tool"), entry("conversations", "conversation"),
            entry("tenants", "tenant"));

    /** What answers a GET answers a HEAD too. */
    boolean covers(HttpMethod asked, PathContainer at) {
        return method.equals(asked.equals(HttpMethod.HEAD) ? HttpMethod.GET : asked) && path.matches(at);
    }

    /** What the path names, as far as it is an id. */
    @Nullable
    Target target(PathContainer at) {
        PathMatchInfo match = path.matchAndExtract(at);
        String id = match == null ? null : match.getUriVariables().get("id");
        return id == null || !ID.matcher(id).matches() ? null : new Target(kind(), id);
    }

    private String kind() {
        String before = path.getPatternString().replaceAll("/\\{id}.*", "");
        String segment = before.substring(before.lastIndexOf('/') + 1);
        return KINDS.getOrDefault(segment, segment);
    }

    @Override
    public String toString() {
        return method + " " + path.getPatternString();
    }
}
