package dev.csai.chat.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.InvalidUrlException;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder.ParserType;

/**
 * Addresses of the web as browsers read them where they stand in pages (WHATWG's URL Standard). {@link URI} alone knows
 * neither the letters of most languages nor, since it resolves by RFC 2396, a reference that is only a query.
 */
public final class Addresses {

    private static final Pattern ABSOLUTE = Pattern.compile("(?s)[a-zA-Z][a-zA-Z0-9+.-]*:.*");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7f]+");
    /** What a URI has only as an escape, such as a percent sign that begins none. */
    private static final Pattern NOT_PLAIN = Pattern.compile("[^\\w!$&'()*+,;=:@/?~.%-]+|%(?!\\p{XDigit}{2})");
    private static final HexFormat ESCAPES = HexFormat.of().withUpperCase().withPrefix("%");

    private Addresses() {}

    /** Without its fragment; empty for what leads to no host by http or https. */
    public static Optional<URI> parse(String text) {
        try {
            // The parser reads escapes, in a host too, but spoils characters that are more than one char.
            UriComponents read = UriComponentsBuilder.fromUriString(escaped(NOT_ASCII, text), ParserType.WHAT_WG)
                    .build();
            boolean isWeb = "https".equals(read.getScheme()) || "http".equals(read.getScheme());
            return isWeb ? Optional.of(uri(read)).filter(address -> address.getHost() != null) : Optional.empty();
        } catch (InvalidUrlException | URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Where a reference leads, as {@link #parse}.
     *
     * @param base an address that was parsed
     */
    static Optional<URI> resolve(URI base, String reference) {
        String bare = reference.strip().replaceFirst("(?s)#.*", "");
        String origin = base.getScheme() + "://" + base.getRawAuthority();
        String path = base.getRawPath().isEmpty() ? "/" : base.getRawPath();
        if (bare.isEmpty()) {
            return Optional.of(base);
        }
        if (ABSOLUTE.matcher(bare).matches()) {
            return parse(bare);
        }
        return parse(switch (bare.charAt(0)) {
            case '/' -> bare.startsWith("//") ? base.getScheme() + ":" + bare : origin + bare;
            case '?' -> origin + path + bare;
            default -> origin + path.substring(0, path.lastIndexOf('/') + 1) + bare;
        });
    }

    private static URI uri(UriComponents read) throws URISyntaxException {
        String user = read.getUserInfo() == null ? "" : plain(read.getUserInfo()) + "@";
        String port = read.getPort() < 0 ? "" : ":" + read.getPort();
        String query = read.getQuery() == null ? "" : "?" + plain(read.getQuery());
        return new URI(read.getScheme() + "://" + user + read.getHost() + port + plain(read.getPath()) + query);
    }

    private static String plain(@Nullable String part) {
        return part == null ? "" : escaped(NOT_PLAIN, part);
    }

    private static String escaped(Pattern what, String text) {
        return what.matcher(text)
                .replaceAll(found -> ESCAPES.formatHex(found.group().getBytes(StandardCharsets.UTF_8)));
    }
}
