package dev.csai.ingest.extract.pdf;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The empty strip between two columns of running text. Columns of a table have one too, but hold figures and words
 * instead of lines that fill them.
 */
record Gutter(float x) {
    private static final int FEWEST_LINES = 5;
    private static final float LINE_FILLS_COLUMN = 0.6f;
    private static final int CHARACTERS_OF_A_LINE = 15;
    private static final float CROSSING = 0.5f;
    private static final float MARGIN = 2f;
    private static final int MAX_CANDIDATES = 200;

    boolean isCrossedBy(Segment segment) {
        return segment.left() < x && segment.right() > x;
    }

    boolean isRightOf(Segment segment) {
        return segment.right() <= x;
    }

    static Optional<Gutter> find(List<Segment> segments) {
        if (segments.size() < 2 * FEWEST_LINES) {
            return Optional.empty();
        }
        return candidates(segments).stream().map(Gutter::new).filter(gutter -> gutter.partsColumns(segments))
                .min(Comparator.comparingLong((Gutter gutter) -> gutter.crossings(segments))
                        .thenComparingDouble(gutter -> gutter.distanceToMiddle(segments)));
    }

    /** Just before the beginning of every segment, each place once: the columns need not share their baselines. */
    private static List<Float> candidates(List<Segment> segments) {
        return segments.stream().map(segment -> (float) Math.floor(segment.left() - MARGIN)).distinct()
                .limit(MAX_CANDIDATES).toList();
    }

    private boolean partsColumns(List<Segment> segments) {
        List<Segment> left = segments.stream().filter(this::isRightOf).toList();
        List<Segment> right = segments.stream().filter(segment -> segment.left() >= x).toList();
        return isRunningText(left) && isRunningText(right) && crossings(segments) <= CROSSING * segments.size();
    }

    private static boolean isRunningText(List<Segment> column) {
        if (column.size() < FEWEST_LINES) {
            return false;
        }
        double left = column.stream().mapToDouble(Segment::left).min().orElseThrow();
        double right = column.stream().mapToDouble(Segment::right).max().orElseThrow();
        double[] widths = column.stream().mapToDouble(Segment::width).sorted().toArray();
        double[] lengths = column.stream().mapToDouble(Segment::characters).sorted().toArray();
        return widths[widths.length / 2] >= LINE_FILLS_COLUMN * (right - left)
                && lengths[lengths.length / 2] >= CHARACTERS_OF_A_LINE;
    }

    private long crossings(List<Segment> segments) {
        return segments.stream().filter(this::isCrossedBy).count();
    }

    private double distanceToMiddle(List<Segment> segments) {
        double left = segments.stream().mapToDouble(Segment::left).min().orElseThrow();
        double right = segments.stream().mapToDouble(Segment::right).max().orElseThrow();
        return Math.abs(x - (left + right) / 2);
    }
}
