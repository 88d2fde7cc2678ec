package dev.csai.ingest.extract.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Gathers signs into baselines, and divides a baseline where the gap is too wide for a space. */
final class Segments {
    /** In parts of the font size. Justified lines stretch their spaces to nearly this, gutters are wider. */
    private static final float WIDE_GAP = 0.9f;
    /** How far a sign may be from the baseline of its neighbours, and how far if it is small: raised or lowered. */
    private static final float OFF_BASELINE = 0.3f;
    private static final float RAISED = 0.65f;
    private static final float SMALL = 0.85f;
    private static final float BESIDE = 0.7f;
    /** A sign much smaller than that beside it, such as text beside an initial, has a baseline of its own. */
    private static final float SAME_LINE_SIZE = 0.5f;

    /** By height; columns in different sizes of type may share one. */
    private final NavigableMap<Float, List<Baseline>> baselines = new TreeMap<>();

    private record Baseline(float y, float fontSize, List<Glyph> glyphs) {
        float distance(Glyph glyph) {
            return Math.abs(y - glyph.y());
        }

        boolean takes(Glyph glyph) {
            if (glyph.fontSize() >= SMALL * fontSize) {
                return distance(glyph) <= OFF_BASELINE * fontSize;
            }
            return glyph.fontSize() >= SAME_LINE_SIZE * fontSize && distance(glyph) <= RAISED * fontSize
                    && glyphs.stream().anyMatch(other -> {
                        float gap = Math.max(glyph.x() - other.right(), other.x() - glyph.right());
                        return gap < BESIDE * fontSize;
                    });
        }
    }

    private Segments() {}

    static List<Segment> of(List<Glyph> glyphs) {
        var segments = new Segments();
        // Larger signs first: they make the baselines that raised and lowered ones join.
        glyphs.stream().sorted(Comparator.comparingDouble(glyph -> -Math.round(glyph.fontSize())))
                .forEach(segments::place);
        return segments.divide();
    }

    private void place(Glyph glyph) {
        Baseline nearest = null;
        float reach = RAISED * glyph.fontSize() / SAME_LINE_SIZE;
        for (List<Baseline> atHeight : baselines.subMap(glyph.y() - reach, true, glyph.y() + reach, true).values()) {
            for (Baseline baseline : atHeight) {
                if (baseline.takes(glyph) && (nearest == null || baseline.distance(glyph) < nearest.distance(glyph))) {
                    nearest = baseline;
                }
            }
        }
        if (nearest == null) {
            nearest = new Baseline(glyph.y(), glyph.fontSize(), new ArrayList<>());
            baselines.computeIfAbsent(glyph.y(), _ -> new ArrayList<>()).add(nearest);
        }
        nearest.glyphs.add(glyph);
    }

    private List<Segment> divide() {
        var segments = new ArrayList<Segment>();
        int row = 0;
        for (List<Baseline> atHeight : baselines.values()) {
            for (Baseline baseline : atHeight) {
                divide(baseline, row++, segments);
            }
        }
        return segments;
    }

    private static void divide(Baseline baseline, int row, List<Segment> segments) {
        List<Glyph> glyphs = baseline.glyphs;
        glyphs.sort(Comparator.comparingDouble(Glyph::x));
        int start = 0;
        float right = Float.POSITIVE_INFINITY;
        for (int i = 0; i < glyphs.size(); i++) {
            Glyph glyph = glyphs.get(i);
            if (glyph.isBlank()) {
                continue;
            }
            if (glyph.x() - right > WIDE_GAP * Math.max(glyph.fontSize(), SAME_LINE_SIZE * baseline.fontSize)) {
                segments.add(Segment.of(row, glyphs.subList(start, i)));
                start = i;
            }
            right = right == Float.POSITIVE_INFINITY ? glyph.right() : Math.max(right, glyph.right());
        }
        if (right != Float.POSITIVE_INFINITY) {
            segments.add(Segment.of(row, glyphs.subList(start, glyphs.size())));
        }
    }
}
