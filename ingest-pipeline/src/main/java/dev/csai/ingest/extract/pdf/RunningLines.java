package dev.csai.ingest.extract.pdf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Running headers and footers: lines that most pages repeat, but for their numbers, at the same distance from the upper
 * or lower edge. The first of each stays, since a company's name may stand nowhere else; a bare page number does not.
 * Rows of a list look alike but for their numbers, too; they are known by there being several of them at an edge.
 */
final class RunningLines {
    private static final float EDGE = 0.12f;
    private static final int FEWEST_PAGES = 3;
    /** Less than half: many books have one header on left pages and another on right ones. */
    private static final double MOST_PAGES = 0.4;
    /** Points; lines of the neighbouring steps are as good as on the same height. */
    private static final float STEP = 3;

    private final Map<OnPage, Integer> linesByPage = new HashMap<>();
    private final Map<Place, Integer> pagesByPlace = new HashMap<>();
    private final Map<Integer, Float> heights;

    private record OnPage(int page, boolean top, String pattern) {}

    /** @param step distance from the edge */
    private record Place(boolean top, String pattern, int step) {
        Place further(int steps) {
            return new Place(top, pattern, step + steps);
        }
    }

    private RunningLines(Map<Integer, Float> heights) {
        this.heights = heights;
    }

    /** @param heights of the pages, by number */
    static List<TextLine> without(List<TextLine> lines, Map<Integer, Float> heights) {
        var running = new RunningLines(heights);
        lines.stream().filter(running::isAtEdge)
                .forEach(line -> running.linesByPage.merge(running.onPage(line), 1, Integer::sum));
        lines.stream().filter(running::standsAlone)
                .forEach(line -> running.pagesByPlace.merge(running.place(line), 1, Integer::sum));
        var seen = new HashSet<String>();
        return lines.stream().filter(line -> !running.isRepeated(line) || (!isNumber(line) && seen.add(pattern(line))))
                .toList();
    }

    private boolean isAtEdge(TextLine line) {
        float height = height(line);
        return line.y() < EDGE * height || line.y() > (1 - EDGE) * height;
    }

    private boolean standsAlone(TextLine line) {
        return isAtEdge(line) && !line.isTableRow() && linesByPage.getOrDefault(onPage(line), 0) == 1;
    }

    private boolean isRepeated(TextLine line) {
        if (!standsAlone(line)) {
            return false;
        }
        Place place = place(line);
        int pages = pages(place) + pages(place.further(1)) + pages(place.further(-1));
        return pages >= FEWEST_PAGES && pages >= MOST_PAGES * heights.size();
    }

    private int pages(Place place) {
        return pagesByPlace.getOrDefault(place, 0);
    }

    private OnPage onPage(TextLine line) {
        return new OnPage(line.page(), isAtTop(line), pattern(line));
    }

    private Place place(TextLine line) {
        float distance = isAtTop(line) ? line.y() : height(line) - line.y();
        return new Place(isAtTop(line), pattern(line), Math.round(distance / STEP));
    }

    private boolean isAtTop(TextLine line) {
        return line.y() < height(line) / 2;
    }

    private float height(TextLine line) {
        return heights.getOrDefault(line.page(), Float.MAX_VALUE);
    }

    private static boolean isNumber(TextLine line) {
        return line.text().chars().noneMatch(Character::isLetter);
    }

    private static String pattern(TextLine line) {
        return line.text().replaceAll("\\d+", "#").strip();
    }
}
