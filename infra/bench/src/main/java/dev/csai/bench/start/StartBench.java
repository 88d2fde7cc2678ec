package dev.csai.bench.start;

import dev.csai.bench.report.Budget;
import dev.csai.bench.report.Figures;
import dev.csai.bench.report.Findings;
import dev.csai.bench.report.Table;
import dev.csai.bench.subject.Door;
import dev.csai.bench.subject.Memory;
import dev.csai.bench.subject.Product;
import dev.csai.bench.subject.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code infra/run}, from the command to the line that says everything is up, and what it then takes of memory. */
public final class StartBench {

    private static final Duration MOST_EMPTY = Duration.ofSeconds(30);
    private static final Duration MOST_AFTER = Duration.ofSeconds(15);
    private static final long MOST_MIB = 1024;
    private static final int TURNS = 100;

    private final Surroundings surroundings;
    private final Door door = new Door();
    private final List<Duration> empty = new ArrayList<>();
    private final List<Duration> again = new ArrayList<>();
    private final List<Duration> killed = new ArrayList<>();
    private final List<Memory> fresh = new ArrayList<>();
    private final List<Memory> used = new ArrayList<>();

    private StartBench(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public static Findings run(Surroundings surroundings) throws IOException, InterruptedException {
        StartBench bench = new StartBench(surroundings);
        int rounds = surroundings.choose(3, 1);
        for (int round = 1; round <= rounds; round++) {
            surroundings.say("starts, round " + round + " of " + rounds);
            bench.round(surroundings.folder("start"));
        }
        return bench.findings(rounds);
    }

    private void round(Path data) throws IOException, InterruptedException {
        try (Product first = started(data, empty)) {
            fresh.add(first.memory());
            for (int turn = 0; turn < TURNS; turn++) {
                door.ask(first.url(), first.demoKey(door), "What are your opening hours on Friday the " + turn + "?");
            }
            used.add(first.memory());
        }
        try (Product second = started(data, again)) {
            second.kill();
        }
        started(data, killed).close();
    }

    private Product started(Path data, List<Duration> times) throws IOException {
        Product product = Product.start(surroundings, data, Map.of());
        times.add(product.startTime());
        return product;
    }

    private Findings findings(int rounds) {
        double mostMemory = Math.max(Figures.median(fresh, Memory::jvm), Figures.median(used, Memory::jvm));
        Table starts = new Table("Starts", """
                From the command `infra/run` (built, and the classes of a start recorded) to the line that says \
                everything is up; medians of %d run(s).""".formatted(rounds), List.of("start", "took"), List.of(
                List.of("on an empty folder: servers unpacked, database made, schemas, demo", median(empty)),
                List.of("again", median(again)), List.of("after kill -9", median(killed))));
        Table memory = new Table("Memory", "Resident, with what PostgreSQL's processes share counted once.",
                List.of("when", "the JVM with all apps", "PostgreSQL and Redis"),
                List.of(row("after the first start", fresh), row("after " + TURNS + " turns", used)));
        return new Findings(List.of(starts, memory), List.of(
                Budget.without("start on an empty data folder", "≤ 30 s", median(empty), within(empty, MOST_EMPTY)),
                Budget.without("start after that", "≤ 15 s (aim ≤ 8 s)", median(again) + ", after kill -9 "
                        + median(killed), within(again, MOST_AFTER) && within(killed, MOST_AFTER)),
                Budget.without("JVM of the standalone mode", "≤ 1 GiB", Figures.number(mostMemory) + " MiB",
                        mostMemory <= MOST_MIB)));
    }

    private static boolean within(List<Duration> times, Duration most) {
        return Figures.median(times, Duration::toMillis) <= most.toMillis();
    }

    private static String median(List<Duration> times) {
        return Figures.seconds(Duration.ofMillis(Math.round(Figures.median(times, Duration::toMillis))));
    }

    private static List<String> row(String when, List<Memory> memory) {
        return List.of(when, Figures.number(Figures.median(memory, Memory::jvm)) + " MiB",
                Figures.number(Figures.median(memory, Memory::servers)) + " MiB");
    }
}
