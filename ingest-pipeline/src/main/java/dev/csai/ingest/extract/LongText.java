package dev.csai.ingest.extract;

import java.util.ArrayList;
import java.util.List;

/** Divides a text that is too long for one block where it hurts least: at a line, a sentence, a word. */
final class LongText {
    private static final List<String> BORDERS = List.of("\n", ". ", " ");

    private LongText() {}

    /** @return parts of at most {@code limit} characters, none blank; no part for a blank text */
    static List<String> divide(String text, int limit) {
        var parts = new ArrayList<String>();
        int start = 0;
        while (text.length() - start > limit) {
            int end = border(text, start, start + limit);
            add(parts, text.substring(start, end));
            start = end;
        }
        add(parts, text.substring(start));
        return parts;
    }

    private static int border(String text, int start, int limit) {
        for (String border : BORDERS) {
            int at = text.lastIndexOf(border, limit - border.length());
            if (at > start + (limit - start) / 2) {
                return at + border.length();
            }
        }
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }

    private static void add(List<String> parts, String part) {
        String stripped = part.strip();
        if (!stripped.isEmpty()) {
            parts.add(stripped);
        }
    }
}
