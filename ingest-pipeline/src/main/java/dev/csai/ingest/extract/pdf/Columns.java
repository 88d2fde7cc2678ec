package dev.csai.ingest.extract.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How wide the lines of a column are and how far apart they stand, which tells where its paragraphs end. */
record Columns(Map<Key, Column> columns) {
    /** Of the font size, where a column has a single line. */
    private static final float USUAL_LEADING = 1.2f;

    private record Key(int page, int region) {
        static Key of(TextLine line) {
            return new Key(line.page(), line.region());
        }
    }

    /**
     * @param start where its lines begin, in reading direction
     * @param end where the long ones end, but for the odd one that sticks out
     * @param leading usual distance between baselines; 0 if unknown
     */
    private record Column(float start, float end, float leading) {
        static Column of(List<TextLine> lines) {
            float start = lines.stream().map(TextLine::start).min(Float::compare).orElseThrow();
            List<Float> ends = lines.stream().map(TextLine::end).sorted().toList();
            var leadings = new ArrayList<Float>();
            for (int i = 1; i < lines.size(); i++) {
                leadings.add(lines.get(i).y() - lines.get(i - 1).y());
            }
            leadings.sort(Float::compare);
            return new Column(start, ends.get(ends.size() * 9 / 10),
                    leadings.isEmpty() ? 0 : leadings.get(leadings.size() / 3));
        }
    }

    static Columns of(List<TextLine> lines) {
        Map<Key, List<TextLine>> byColumn = new HashMap<>();
        lines.forEach(line -> byColumn.computeIfAbsent(Key.of(line), _ -> new ArrayList<>()).add(line));
        Map<Key, Column> columns = new HashMap<>();
        byColumn.forEach((key, members) -> columns.put(key, Column.of(members)));
        return new Columns(columns);
    }

    boolean areSame(TextLine one, TextLine other) {
        return Key.of(one).equals(Key.of(other));
    }

    float leading(TextLine line) {
        float leading = column(line).leading;
        return leading > line.fontSize() / 2 ? leading : USUAL_LEADING * line.fontSize();
    }

    float indent(TextLine line) {
        return line.start() - column(line).start;
    }

    float roomAfter(TextLine line) {
        return column(line).end - line.end();
    }

    float width(TextLine line) {
        Column column = column(line);
        return column.end - column.start;
    }

    private Column column(TextLine line) {
        Column column = columns.get(Key.of(line));
        if (column == null) {
            throw new IllegalArgumentException("a line of another document");
        }
        return column;
    }
}
