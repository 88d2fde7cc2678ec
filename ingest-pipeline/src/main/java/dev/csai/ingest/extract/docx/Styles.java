package dev.csai.ingest.extract.docx;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What the paragraph styles of a document mean. Word in any language stores the built-in names in English; styles of
 * one's own show their rank by outline level or by what they are based on.
 */
final class Styles {
    private static final Pattern HEADING = Pattern.compile("heading ([1-9])");
    private static final int MAX_ANCESTORS = 20;

    private final Map<String, Style> byId = new HashMap<>();

    private static final class Style {
        private String name = "";
        private @Nullable String basedOn;
        private @Nullable Integer outlineLevel;
        private boolean list;
    }

    static Styles none() {
        return new Styles();
    }

    static Styles read(XMLStreamReader xml) throws XMLStreamException {
        var styles = new Styles();
        var style = new Style();
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "style" -> style = styles.begin(Word.attribute(xml, "styleId"));
                case "name" -> style.name = Word.value(xml).toLowerCase(Locale.ROOT);
                case "basedOn" -> style.basedOn = Word.value(xml);
                case "outlineLvl" -> style.outlineLevel = Word.number(xml, 9);
                case "numId" -> style.list = Word.number(xml, 0) > 0;
                default -> {
                }
            }
        }
        return styles;
    }

    private Style begin(String id) {
        var style = new Style();
        byId.put(id, style);
        return style;
    }

    /** @return 1 to 9, or 0 for what is not a heading */
    int headingLevel(String id) {
        Style style = byId.get(id);
        for (int i = 0; style != null && i < MAX_ANCESTORS; i++) {
            Matcher heading = HEADING.matcher(style.name);
            if (heading.matches()) {
                return heading.group(1).charAt(0) - '0';
            }
            if (style.outlineLevel != null) {
                return style.outlineLevel < 9 ? style.outlineLevel + 1 : 0;
            }
            if (style.name.equals("title")) {
                return 1;
            }
            style = style.basedOn == null ? null : byId.get(style.basedOn);
        }
        return 0;
    }

    boolean isList(String id) {
        Style style = byId.get(id);
        for (int i = 0; style != null && i < MAX_ANCESTORS; i++) {
            if (style.list || style.name.startsWith("list bullet") || style.name.startsWith("list number")) {
                return true;
            }
            style = style.basedOn == null ? null : byId.get(style.basedOn);
        }
        return false;
    }

    /** A table of contents repeats the headings and tells nothing. */
    boolean isTableOfContents(String id) {
        Style style = byId.get(id);
        return style != null && style.name.startsWith("toc ");
    }
}
