package dev.csai.bench.turn;

import dev.csai.bench.report.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What was measured of every side, mode and number at once, run after run; figures are medians of the runs. */
final class Grid {

    private final Map<Key, List<Measured>> cells = new LinkedHashMap<>();

    private record Key(String side, Mode mode, int atOnce) {}

    void add(Side side, Mode mode, int atOnce, Measured measured) {
        cells.computeIfAbsent(new Key(side.name(), mode, atOnce), key -> new ArrayList<>()).add(measured);
    }

    double perSecond(Side side, Mode mode, int atOnce) {
        return median(side, mode, atOnce, Measured::perSecond);
    }

    double whole(Side side, Mode mode, int atOnce, double percentile) {
        return median(side, mode, atOnce, measured -> measured.whole(percentile));
    }

    double first(Side side, Mode mode, int atOnce, double percentile) {
        return median(side, mode, atOnce, measured -> measured.first(percentile));
    }

    long incomplete(Side side, Mode mode, int atOnce) {
        return runs(side, mode, atOnce).stream().mapToLong(Measured::incomplete).sum();
    }

    private double median(Side side, Mode mode, int atOnce, ToDoubleFunction<Measured> figure) {
        return Figures.median(runs(side, mode, atOnce), figure);
    }

    private List<Measured> runs(Side side, Mode mode, int atOnce) {
        return cells.getOrDefault(new Key(side.name(), mode, atOnce), List.of());
    }
}
