package dev.csai.bench;

import dev.csai.bench.ingestion.IngestionBench;
import dev.csai.bench.page.PageBench;
import dev.csai.bench.report.Findings;
import dev.csai.bench.retrieval.RetrievalBench;
import dev.csai.bench.start.StartBench;
import dev.csai.bench.subject.Surroundings;
import dev.csai.bench.turn.TurnBench;
import java.util.Locale;

/** What can be measured, in the order in which it is. */
enum Scenario {

    START("Start and memory"), TURNS("Turns"), INGESTION("Ingestion"), RETRIEVAL("Retrieval"), PAGES("Pages");

    private final String title;

    Scenario(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Findings measure(Surroundings surroundings) throws Exception {
        return switch (this) {
            case START -> StartBench.run(surroundings);
            case TURNS -> TurnBench.run(surroundings);
            case INGESTION -> IngestionBench.run(surroundings);
            case RETRIEVAL -> RetrievalBench.run(surroundings);
            case PAGES -> PageBench.run(surroundings);
        };
    }
}
