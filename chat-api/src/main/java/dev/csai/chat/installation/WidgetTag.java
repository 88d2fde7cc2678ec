package dev.csai.chat.installation;

import dev.csai.chat.egress.Addresses;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The widget's code as it stands in a page.
 *
 * @param source what it loads
 * @param api where the widget then asks
 * @param key what it says its key is; empty when it says nothing
 * @param nonce empty when it has none
 */
record WidgetTag(Place place, URI source, URI api, String key, String nonce) {

    private static final String KEY = "data-api-key";
    private static final String API = "data-api-base";
    private static final String PATH_END = "/widget.js";
    /** Also those of old, by which some templates still call it. */
    private static final Set<String> RUN = Set.of("", "module", "text/javascript", "application/javascript",
            "text/ecmascript", "application/ecmascript", "application/x-javascript", "text/x-javascript",
            "text/jscript");

    /** What a browser makes of it. */
    enum Place {
        RUN, COMMENT, NOSCRIPT, TEMPLATE, TEXT, NOT_RUN
    }

    /** Others, too, call a script so: it is ours by its key or by its host. */
    static boolean is(Element script, URI source, URI ours) {
        String path = source.getPath();
        return path != null && path.endsWith(PATH_END)
                && (script.hasAttr(KEY) || ours.getHost().equalsIgnoreCase(source.getHost()));
    }

    /** Whether a text looks like the code. */
    static boolean isIn(String text) {
        return text.contains("widget.js") && text.contains(KEY);
    }

    static WidgetTag of(Element script, URI source) {
        return in(placeOf(script), script, source);
    }

    static WidgetTag in(Place place, Element script, URI source) {
        URI api = Addresses.parse(script.absUrl(API)).orElseGet(() -> source.resolve("/"));
        return new WidgetTag(place, source, api, script.attr(KEY).strip(), script.attr("nonce").strip());
    }

    /** Of code that is no tag. */
    static WidgetTag astray(Place place, URI ours) {
        return new WidgetTag(place, ours, ours, "", "");
    }

    private static Place placeOf(Element script) {
        if (script.closest("noscript") != null) {
            return Place.NOSCRIPT;
        }
        if (script.closest("template") != null) {
            return Place.TEMPLATE;
        }
        String type = script.attr("type").strip().toLowerCase(Locale.ROOT);
        return RUN.contains(type) && !script.hasAttr("nomodule") ? Place.RUN : Place.NOT_RUN;
    }
}
