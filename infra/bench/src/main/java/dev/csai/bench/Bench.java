package dev.csai.bench;

import dev.csai.bench.report.Budget;
import dev.csai.bench.report.Findings;
import dev.csai.bench.report.MachineLoad;
import dev.csai.bench.report.Results;
import dev.csai.bench.subject.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Measures one scenario after the other and prints the page. Run by {@code infra/bench/run}, in the root of the
 * repository. A scenario that breaks off does not keep the others from running; the exit status tells of it.
 */
public final class Bench {

    private static final List<Budget> LATER = List.of(
            Budget.notBuilt("webhook acknowledged, 500 requests/s", "p50 ≤ 25 ms, p99 ≤ 250 ms"),
            Budget.notBuilt("a tool round beyond the tool's own time", "p95 ≤ 20 ms"),
            Budget.notBuilt("invoicing a cycle (aggregate → finalize)",
                    "≥ 20 × tuned Kill Bill (≥ 1,000 invoices/s), 10,000 tenants ≤ 15 s, linear to 50,000"));

    private final Arguments arguments;
    private final Surroundings surroundings;
    private final Results results;
    private boolean broken;

    private Bench(Arguments arguments, Surroundings surroundings, Results results) {
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.results = results;
    }

    public static void main(String[] words) throws IOException {
        Arguments arguments = Arguments.of(words);
        // However this ends, what it started ends too; each of them stops its own servers.
        Runtime.getRuntime().addShutdownHook(
                new Thread(() -> ProcessHandle.current().children().forEach(ProcessHandle::destroy), "stop"));
        Path root = Path.of("").toAbsolutePath();
        Surroundings surroundings = new Surroundings(root, Path.of(System.getProperty("bench.scratch")),
                arguments.quick(), arguments.pgvector());
        Results results = Results.of(root, Clock.systemUTC().instant(),
                String.join(" ", "infra/bench/run", String.join(" ", words)).strip());
        Bench bench = new Bench(arguments, surroundings, results);
        bench.run();
        // Clients leave threads behind that would keep the JVM for a while.
        System.exit(bench.broken ? 1 : 0);
    }

    private void run() throws IOException {
        arguments.scenarios().forEach(this::measure);
        results.add(LATER);
        String page = results.markdown();
        System.out.println(page);
        if (arguments.write()) {
            Files.writeString(surroundings.root().resolve("infra/bench/RESULTS.md"), page);
        }
    }

    private void measure(Scenario scenario) {
        surroundings.say(scenario.title());
        long began = System.nanoTime();
        MachineLoad load = MachineLoad.watch();
        try {
            Findings findings = scenario.measure(surroundings);
            results.add(scenario.title(), findings, load, Duration.ofNanos(System.nanoTime() - began));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (Exception e) {
            broken = true;
            e.printStackTrace();
            results.addFailure(scenario.title(), e, Duration.ofNanos(System.nanoTime() - began));
        }
    }
}
