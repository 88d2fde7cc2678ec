package dev.csai.bench.report;

import java.util.List;

/** What one scenario found. */
public record Findings(List<Table> tables, List<Budget> budgets) {

    public Findings {
        tables = List.copyOf(tables);
        budgets = List.copyOf(budgets);
    }
}
