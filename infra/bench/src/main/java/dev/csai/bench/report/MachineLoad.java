package dev.csai.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * How busy the machine was, as Linux tells it: a figure is worth little that was taken while others used the cores.
 * The load average before tells of others, the one after mostly of the measurement itself.
 */
public final class MachineLoad {

    /** Where /proc/stat has the time spent waiting, and the time that other machines of the host took, from 0. */
    private static final int IDLE = 3;
    private static final int STEAL = 7;
    /** User, nice, system, idle, iowait, irq, softirq, steal; what follows is contained in these. */
    private static final int COLUMNS = 8;

    private final String before;
    private final long[] began;

    private MachineLoad(String before, long[] began) {
        this.before = before;
        this.began = began;
    }

    public static MachineLoad watch() {
        return new MachineLoad(average(), times());
    }

    /** Since the watch began. */
    public String sentence() {
        long[] now = times();
        long all = 0;
        for (int i = 0; i < now.length; i++) {
            all += now[i] - began[i];
        }
        return String.format(Locale.ROOT, "Load average %s before and %s after; %s of the cores' time stolen, %s idle.",
                before, average(), share(now, STEAL, all), share(now, IDLE, all));
    }

    private String share(long[] now, int column, long all) {
        return now.length > column && all > 0 ? Figures.percent((now[column] - began[column]) / (double) all) : "?";
    }

    private static String average() {
        String line = firstLine("/proc/loadavg");
        return line.isEmpty() ? "?" : line.split(" ", 2)[0];
    }

    private static long[] times() {
        return Arrays.stream(firstLine("/proc/stat").split(" +")).skip(1).limit(COLUMNS)
                .mapToLong(Long::parseLong).toArray();
    }

    private static String firstLine(String file) {
        try {
            return Files.readAllLines(Path.of(file)).getFirst();
        } catch (IOException e) {
            // Another system than Linux tells it otherwise or not at all.
            return "";
        }
    }
}
