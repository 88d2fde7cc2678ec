package dev.csai.bench.report;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How figures are written, and their median. */
public final class Figures {

    private static final double MANY = 100;

    private Figures() {}

    /** Not a number if there are none. */
    public static <T> double median(List<T> of, ToDoubleFunction<T> figure) {
        double[] sorted = of.stream().mapToDouble(figure).sorted().toArray();
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[half] : Arrays.stream(sorted, half - 1, half + 1).sum() / 2;
    }

    /** Three digits are as many as a measurement is worth. */
    public static String number(double figure) {
        if (Double.isNaN(figure)) {
            return Budget.NONE;
        }
        return format(Math.abs(figure) >= MANY ? "%,.0f" : Math.abs(figure) >= 10 ? "%.1f" : "%.2f", figure);
    }

    public static String millis(double figure) {
        return Double.isNaN(figure) ? Budget.NONE : number(figure) + " ms";
    }

    public static String seconds(Duration time) {
        return format("%.1f s", time.toMillis() / 1000.0);
    }

    public static String times(double ratio) {
        return Double.isNaN(ratio) ? Budget.NONE : format("%.2f ×", ratio);
    }

    public static String percent(double share) {
        return format("%.1f %%", 100 * share);
    }

    private static String format(String pattern, Object figure) {
        return String.format(Locale.ROOT, pattern, figure);
    }
}
