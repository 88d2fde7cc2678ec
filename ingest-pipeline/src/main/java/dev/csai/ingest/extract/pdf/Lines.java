package dev.csai.ingest.extract.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes lines of the segments of a region, and tells rows of a table from lines that merely have a gap. */
final class Lines {
    private static final int FEWEST_ROWS = 3;
    private static final int FEWEST_ROWS_OF_MANY_CELLS = 2;
    private static final int MANY_CELLS = 3;

    private final int page;
    private final boolean pageRightToLeft;
    private final boolean sideways;
    private final List<TextLine> lines = new ArrayList<>();
    private int region;

    private Lines(int page, boolean pageRightToLeft, boolean sideways) {
        this.page = page;
        this.pageRightToLeft = pageRightToLeft;
        this.sideways = sideways;
    }

    /** All lines of a page in reading order. */
    static List<TextLine> of(GlyphPage page) {
        List<TextLine> lines = new ArrayList<>();
        for (List<Glyph> direction : page.directions()) {
            List<Segment> segments = Segments.of(direction);
            int surplus = segments.stream().mapToInt(segment -> LogicalOrder.rightToLeftSurplus(segment.visualText()))
                    .sum();
            var builder = new Lines(page.number(), surplus > 0, !lines.isEmpty());
            builder.region = lines.isEmpty() ? 0 : lines.getLast().region() + 1;
            ReadingOrder.regions(segments, surplus > 0).forEach(builder::region);
            lines.addAll(builder.lines);
        }
        return lines;
    }

    private void region(List<Segment> segments) {
        SortedMap<Integer, List<Segment>> byRow = new TreeMap<>();
        segments.forEach(segment -> byRow.computeIfAbsent(segment.row(), _ -> new ArrayList<>()).add(segment));
        List<List<Segment>> rows = byRow.values().stream()
                .map(row -> row.stream().sorted(Comparator.comparingDouble(Segment::left)).toList()).toList();
        int at = 0;
        while (at < rows.size()) {
            int end = at;
            while (end < rows.size() && rows.get(end).size() > 1) {
                end++;
            }
            boolean table = isTable(rows.subList(at, end));
            for (List<Segment> row : rows.subList(at, Math.max(end, at + 1))) {
                lines.add(line(row, table));
            }
            at = Math.max(end, at + 1);
        }
        region++;
    }

    private static boolean isTable(List<List<Segment>> rows) {
        return rows.size() >= FEWEST_ROWS
                || (rows.size() >= FEWEST_ROWS_OF_MANY_CELLS
                        && rows.stream().allMatch(row -> row.size() >= MANY_CELLS));
    }

    /** What a gap parts is layout and follows the direction of the page; what it does not part follows its own letters. */
    private TextLine line(List<Segment> row, boolean table) {
        boolean rightToLeft = row.stream().anyMatch(this::isRightToLeft);
        List<Segment> inOrder = pageRightToLeft && (rightToLeft || table) ? row.reversed() : row;
        List<String> texts = inOrder.stream().map(segment -> LogicalOrder.of(segment.pieces(), isRightToLeft(segment)))
                .toList();
        Segment longest = row.stream().max(Comparator.comparingInt(Segment::characters)).orElseThrow();
        return new TextLine(page, region, row.getFirst().left(), row.getLast().right(), longest.y(), longest.fontSize(),
                row.stream().allMatch(Segment::bold), rightToLeft, sideways, String.join(" ", texts),
                table ? texts : List.of());
    }

    private boolean isRightToLeft(Segment segment) {
        String visual = segment.visualText();
        return LogicalOrder.hasRightToLeft(visual) && (pageRightToLeft || LogicalOrder.rightToLeftSurplus(visual) > 0);
    }
}
