package dev.csai.ingest.extract.pdf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Running headers and footers: lines at the upper or lower edge that most pages repeat but for their numbers. The first
 * of each stays, since a company's name may stand nowhere else; a bare page number does not.
 */
final class RunningLines {
    private static final float EDGE = 0.12f;
    private static final int FEWEST_PAGES = 3;
    /** Less than half: many books have one header on left pages and another on right ones. */
    private static final double MOST_PAGES = 0.4;

    private final Map<String, Set<Integer>> pagesByPattern = new HashMap<>();
    private final Map<Integer, Float> heights;

    private RunningLines(Map<Integer, Float> heights) {
        this.heights = heights;
    }

    /** @param heights of the pages, by number */
    static List<TextLine> without(List<TextLine> lines, Map<Integer, Float> heights) {
        var running = new RunningLines(heights);
        lines.stream().filter(running::isAtEdge)
                .forEach(line -> running.pagesByPattern.computeIfAbsent(pattern(line), _ -> new HashSet<>())
                        .add(line.page()));
        var seen = new HashSet<String>();
        return lines.stream().filter(line -> !running.isRepeated(line) || (!isNumber(line) && seen.add(pattern(line))))
                .toList();
    }

    private boolean isAtEdge(TextLine line) {
        float height = heights.getOrDefault(line.page(), Float.MAX_VALUE);
        return line.y() < EDGE * height || line.y() > (1 - EDGE) * height;
    }

    private boolean isRepeated(TextLine line) {
        int pages = pagesByPattern.getOrDefault(pattern(line), Set.of()).size();
        return isAtEdge(line) && pages >= FEWEST_PAGES && pages >= MOST_PAGES * heights.size();
    }

    private static boolean isNumber(TextLine line) {
        return line.text().chars().noneMatch(Character::isLetter);
    }

    private static String pattern(TextLine line) {
        return line.text().replaceAll("\\d+", "#").strip();
    }
}
