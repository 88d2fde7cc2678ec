package dev.csai.ingest.extract.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The width at which an editor broke the lines of a text, if one did. A line that ends well short of it ends a
 * paragraph.
 *
 * @param width 0 for a text whose lines are its paragraphs
 */
record LineWrap(int width) {
    private static final int NARROWEST = 60;
    private static final int WIDEST = 120;
    private static final double FULL = 0.75;
    private static final double FULL_AFTER_SENTENCE = 0.9;
    private static final String SENTENCE_ENDS = ".!?:";

    static LineWrap of(String text) {
        int[] lengths = text.lines().filter(line -> !line.isBlank()).mapToInt(line -> line.stripTrailing().length())
                .sorted().toArray();
        int width = lengths.length == 0 ? 0 : lengths[lengths.length * 95 / 100];
        return new LineWrap(width >= NARROWEST && width <= WIDEST ? width : 0);
    }

    /** Joins the lines that were one before they were wrapped. */
    List<String> unwrap(List<String> lines) {
        var paragraphs = new ArrayList<String>();
        var paragraph = new StringBuilder();
        for (String line : lines) {
            String stripped = line.strip();
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(stripped);
            if (!continues(stripped)) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
        }
        if (!paragraph.isEmpty()) {
            paragraphs.add(paragraph.toString());
        }
        return paragraphs;
    }

    private boolean continues(String line) {
        boolean sentenceEnds = SENTENCE_ENDS.indexOf(line.charAt(line.length() - 1)) >= 0;
        return width > 0 && line.length() >= width * (sentenceEnds ? FULL_AFTER_SENTENCE : FULL);
    }
}
