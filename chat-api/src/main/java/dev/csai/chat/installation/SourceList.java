package dev.csai.chat.installation;

import dev.csai.chat.access.Origin;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sources of a policy's directive, matched as CSP Level 3 does (section 6.7.2). */
record SourceList(List<String> words) {

    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:");
    private static final Pattern HOST = Pattern
            .compile("(?:([a-z][a-z0-9+.-]*)://)?(\\*|(?:\\*\\.)?[a-z0-9._-]+)(?::(\\d+|\\*))?(/\\S*)?",
                    Pattern.CASE_INSENSITIVE);
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    SourceList {
        words = List.copyOf(words);
    }

    boolean match(URI url, Origin page) {
        return Origin.of(url).filter(origin -> words.stream().anyMatch(word -> matches(word, url, origin, page)))
                .isPresent();
    }

    private static boolean matches(String word, URI url, Origin origin, Origin page) {
        if (word.equals("*")) {
            return true;
        }
        if (word.equalsIgnoreCase("'self'")) {
            return origin.equals(page) || isUpgraded(page, origin);
        }
        String lower = word.toLowerCase(Locale.ROOT);
        if (SCHEME.matcher(lower).matches()) {
            return schemeMatches(lower.substring(0, lower.length() - 1), origin.scheme());
        }
        Matcher host = HOST.matcher(word);
        return host.matches() && schemeMatches(host.group(1) == null ? page.scheme() : host.group(1), origin.scheme())
                && hostMatches(host.group(2), origin.host()) && portMatches(host.group(3), origin)
                && pathMatches(host.group(4), url);
    }

    /** What may be loaded in the open may be loaded encrypted. */
    private static boolean schemeMatches(String allowed, String scheme) {
        return allowed.equalsIgnoreCase(scheme) || (allowed.equalsIgnoreCase("http") && scheme.equals("https"));
    }

    private static boolean isUpgraded(Origin page, Origin origin) {
        return page.host().equals(origin.host()) && page.port() == HTTP && origin.port() == HTTPS;
    }

    private static boolean hostMatches(String allowed, String host) {
        String pattern = allowed.toLowerCase(Locale.ROOT);
        return pattern.equals("*") || (pattern.startsWith("*.")
                ? host.endsWith(pattern.substring(1))
                : host.equals(pattern));
    }

    private static boolean portMatches(@Nullable String allowed, Origin origin) {
        int usual = origin.scheme().equals("https") ? HTTPS : HTTP;
        if (allowed == null) {
            return origin.port() == usual;
        }
        return allowed.equals("*") || allowed.equals(Integer.toString(origin.port()))
                || (allowed.equals("80") && origin.port() == HTTPS);
    }

    private static boolean pathMatches(@Nullable String allowed, URI url) {
        if (allowed == null || allowed.equals("/")) {
            return true;
        }
        String path = url.getRawPath();
        return allowed.endsWith("/") ? path.startsWith(allowed) : path.equals(allowed);
    }
}
