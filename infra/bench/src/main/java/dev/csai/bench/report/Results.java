package dev.csai.bench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The page: budgets first, then the tables they were taken from, scenario by scenario. */
public final class Results {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")
            .withZone(ZoneOffset.UTC);

    private final String head;
    private final List<Budget> budgets = new ArrayList<>();
    private final StringBuilder sections = new StringBuilder();

    private Results(String head) {
        this.head = head;
    }

    /** @param command by which the run was started */
    public static Results of(Path root, Instant began, String command) throws IOException {
        return new Results("""
                # What CSAI costs

                Written by `%s` on %s at commit %s, on %s. Everything ran on this one machine: load generator, model \
                stub, databases, peer and CSAI share its cores. Trust the ratios of one run, not the absolute figures.
                """.formatted(command, TIME.format(began), Machine.commit(root), Machine.sentence()));
    }

    public void add(String scenario, Findings findings, MachineLoad load, Duration took) {
        budgets.addAll(findings.budgets());
        section(scenario, took);
        sections.append(load.sentence()).append("\n\n");
        findings.tables().forEach(table -> sections.append(table.markdown()).append('\n'));
    }

    /** A scenario that broke says so where its figures would stand. */
    public void addFailure(String scenario, Exception failure, Duration took) {
        section(scenario, took);
        sections.append("**Broke off**: ").append(failure).append("\n\n");
    }

    public void add(List<Budget> more) {
        budgets.addAll(more);
    }

    public String markdown() {
        Table table = new Table("Budgets", "", List.of("what", "budget", "measured", "peer, same run", "verdict"),
                budgets.stream().map(budget -> List.of(budget.what(), budget.budget(), budget.measured(),
                        budget.peer(), budget.verdict().words())).toList());
        return head + "\n" + table.markdown().replaceFirst("###", "##") + "\n" + sections.toString().stripTrailing()
                + "\n";
    }

    private void section(String scenario, Duration took) {
        sections.append("## ").append(scenario).append("\n\nTook ")
                .append(took.truncatedTo(ChronoUnit.SECONDS).toString().substring(2).toLowerCase(Locale.ROOT))
                .append(". ");
    }
}
