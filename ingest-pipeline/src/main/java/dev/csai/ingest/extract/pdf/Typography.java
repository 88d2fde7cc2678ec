package dev.csai.ingest.extract.pdf;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sizes of type in a document: the one that most of it is set in, and those of its headings. */
final class Typography {
    private static final float HEADING = 1.15f;
    private static final int MAX_HEADING_CHARACTERS = 200;
    private static final int MAX_BOLD_HEADING_CHARACTERS = 100;
    private static final int MAX_LEVEL = 6;
    private static final String SENTENCE_ENDS = ".,;!…";

    private final float body;
    private final boolean bodyBold;
    private final List<Float> headings;

    private Typography(float body, boolean bodyBold, List<Float> headings) {
        this.body = body;
        this.bodyBold = bodyBold;
        this.headings = headings;
    }

    static Typography of(List<TextLine> allLines) {
        List<TextLine> lines = allLines.stream().filter(line -> !line.sideways()).toList();
        Map<Float, Integer> charactersBySize = new TreeMap<>();
        int bold = 0;
        int all = 0;
        for (TextLine line : lines) {
            charactersBySize.merge(rounded(line.fontSize()), line.text().length(), Integer::sum);
            bold += line.bold() ? line.text().length() : 0;
            all += line.text().length();
        }
        float body = charactersBySize.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .orElse(0f);
        List<Float> headings = charactersBySize.keySet().stream().filter(size -> size >= body * HEADING)
                .sorted(Comparator.reverseOrder()).toList();
        return new Typography(body, bold * 2 > all, headings);
    }

    private static float rounded(float size) {
        return Math.round(size * 2) / 2f;
    }

    /** @return 1 to 6, or 0 for what is not a heading */
    int headingLevel(TextLine line, boolean bold, String text) {
        boolean letters = text.chars().anyMatch(Character::isLetter);
        if (!letters || line.sideways() || text.length() > MAX_HEADING_CHARACTERS) {
            return 0;
        }
        int rank = headings.indexOf(rounded(line.fontSize()));
        if (rank >= 0) {
            return Math.min(rank + 1, MAX_LEVEL);
        }
        boolean boldHeading = bold && !bodyBold && rounded(line.fontSize()) >= body
                && text.length() <= MAX_BOLD_HEADING_CHARACTERS
                && SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) < 0;
        return boldHeading ? Math.min(headings.size() + 1, MAX_LEVEL) : 0;
    }
}
