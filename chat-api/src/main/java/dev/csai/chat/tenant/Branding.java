package dev.csai.chat.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.web.PlainText;
import dev.csai.shared.problem.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the widget looks.
 *
 * @param color {@code #rrggbb}
 * @param position the corner of the page it sits in
 * @param logoUrl an address of the web, or a path on this very server
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Branding(@Nullable String color, @Nullable String position, @Nullable String logoUrl) {

    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int MAX_COLOR = 7;
    private static final List<String> POSITIONS = List.of("bottom-right", "bottom-left", "top-right", "top-left");
    private static final int MAX_POSITION = 12;
    private static final int MAX_LOGO_URL = 2000;

    Branding checked() {
        String rgb = PlainText.required(color, "/branding/color", MAX_COLOR);
        if (!COLOR.matcher(rgb).matches()) {
            throw ProblemException.invalid("/branding/color", "malformed", "A colour is written as in #0f6f5c.");
        }
        String corner = PlainText.required(position, "/branding/position", MAX_POSITION);
        if (!POSITIONS.contains(corner)) {
            throw ProblemException.invalid("/branding/position", "not-allowed",
                    "A position is one of " + String.join(", ", POSITIONS) + ".");
        }
        return new Branding(rgb, corner, logoUrl == null ? null : checkedLogo(logoUrl));
    }

    private static String checkedLogo(String given) {
        String url = PlainText.required(given, "/branding/logoUrl", MAX_LOGO_URL);
        if (!isWebAddress(url)) {
            throw ProblemException.invalid("/branding/logoUrl", "malformed",
                    "A logo has an http or https address, or a path on this server that begins with a slash.");
        }
        return url;
    }

    private static boolean isWebAddress(String url) {
        try {
            URI uri = new URI(url);
            return uri.getScheme() == null
                    ? uri.getRawAuthority() == null && url.startsWith("/") && !url.startsWith("//")
                    : (uri.getScheme().equalsIgnoreCase("https") || uri.getScheme().equalsIgnoreCase("http"))
                            && uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
