package dev.csai.ingest.extract.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Orders what stands on a page: columns one after the other, between what spans them; the columns of right-to-left
 * pages from the right. A page without gutters is read line by line.
 */
final class ReadingOrder {
    /** Columns within columns within columns are a drawing. */
    private static final int MAX_DEPTH = 4;

    private final boolean rightToLeft;
    private final List<List<Segment>> regions = new ArrayList<>();

    private ReadingOrder(boolean rightToLeft) {
        this.rightToLeft = rightToLeft;
    }

    /** @return the segments of each column or band, from top to bottom */
    static List<List<Segment>> regions(List<Segment> segments, boolean rightToLeft) {
        var order = new ReadingOrder(rightToLeft);
        order.read(segments, 0);
        return order.regions;
    }

    private void read(List<Segment> segments, int depth) {
        if (segments.isEmpty()) {
            return;
        }
        Optional<Gutter> gutter = depth < MAX_DEPTH ? Gutter.find(segments) : Optional.empty();
        if (gutter.isEmpty()) {
            regions.add(segments.stream().sorted(Comparator.comparingInt(Segment::row)).toList());
            return;
        }
        Gutter found = gutter.get();
        var band = new ArrayList<Segment>();
        var spanning = new ArrayList<Segment>();
        for (Segment segment : segments.stream().sorted(Comparator.comparingInt(Segment::row)).toList()) {
            boolean crosses = found.isCrossedBy(segment);
            if (crosses && !band.isEmpty()) {
                columns(band, found, depth);
                band.clear();
            } else if (!crosses && !spanning.isEmpty()) {
                read(List.copyOf(spanning), MAX_DEPTH);
                spanning.clear();
            }
            (crosses ? spanning : band).add(segment);
        }
        columns(band, found, depth);
        read(spanning, MAX_DEPTH);
    }

    private void columns(List<Segment> band, Gutter gutter, int depth) {
        List<Segment> left = band.stream().filter(segment -> gutter.isRightOf(segment)).toList();
        List<Segment> right = band.stream().filter(segment -> !gutter.isRightOf(segment)).toList();
        read(rightToLeft ? right : left, depth + 1);
        read(rightToLeft ? left : right, depth + 1);
    }
}
