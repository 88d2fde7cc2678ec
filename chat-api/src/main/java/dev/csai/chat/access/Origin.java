package dev.csai.chat.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An origin as RFC 6454 defines it: scheme, host and port, with the scheme's usual port filled in so that two
 * spellings of one origin are equal.
 */
public record Origin(String scheme, String host, int port) {

    /** In place of an origin: any page, also one of the opaque origin. */
    public static final String ANY = "*";

    private static final int USUAL_HTTP = 80;
    private static final int USUAL_HTTPS = 443;

    /** Empty for the opaque origin {@code null} and for what is more, or less, than an origin. */
    public static Optional<Origin> parse(String text) {
        try {
            URI uri = new URI(text);
            boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null
                    && uri.getRawPath() != null && uri.getRawPath().isEmpty();
            return bare ? of(uri, null) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The origin of what is at an address of the web. */
    public static Optional<Origin> of(URI address) {
        return of(address, null);
    }

    /**
     * The origin of a request's own address.
     *
     * @param forwardedScheme the scheme a proxy in front received the request with; a browser cannot set it
     */
    static Optional<Origin> of(URI uri, @Nullable String forwardedScheme) {
        String given = forwardedScheme == null ? uri.getScheme() : forwardedScheme;
        if (given == null || uri.getHost() == null) {
            return Optional.empty();
        }
        String scheme = given.toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.empty();
        }
        int port = uri.getPort() == -1 ? usualPort(scheme) : uri.getPort();
        return Optional.of(new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port));
    }

    /** As browsers write it. */
    public String text() {
        return scheme + "://" + host + (port == usualPort(scheme) ? "" : ":" + port);
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? USUAL_HTTPS : USUAL_HTTP;
    }

    /**
     * Whether a page of the origin may use a key: listed exactly, covered by a {@code *} entry, or a page of this very
     * server, such as the demo.
     */
    public static boolean mayUse(String origin, List<String> allowed, Optional<Origin> own) {
        if (allowed.contains(ANY)) {
            return true;
        }
        Optional<Origin> page = parse(origin);
        return page.isPresent()
                && (page.equals(own) || allowed.stream().map(Origin::parse).anyMatch(page::equals));
    }
}
