package dev.csai.bench.retrieval;

import dev.csai.bench.report.Budget;
import dev.csai.bench.report.Figures;
import dev.csai.bench.report.Findings;
import dev.csai.bench.report.Latencies;
import dev.csai.bench.report.Table;
import dev.csai.bench.report.Verdict;
import dev.csai.bench.retrieval.Corpus.Group;
import dev.csai.bench.subject.Services;
import dev.csai.bench.subject.Surroundings;
import dev.csai.chat.retrieval.Retrieval;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Corpora of growing size go into one database, and after each the search is asked: how long it takes, and how many of
 * the truly nearest it finds.
 */
public final class RetrievalBench {

    private static final int MEASURED_TENANTS = 50;
    private static final double MOST_MILLIS = 10;
    private static final double LEAST_RECALL = 0.98;
    private static final double GIB = 1 << 30;

    private static final String NOTE = """
            The search as chat-api runs it: its `Retrieval`, its pool, one transaction and one SELECT a question, five \
            chunks wanted, one question at a time; the question's embedding is not in it. PostgreSQL of \
            `infra/services` as installed, everything in memory after a first round of questions. Vectors and words are \
            generated: topics of 25 chunks, cosines that fall off from the nearest as MiniLM's do on encyclopedia \
            questions, words by Zipf's law, documents of 50 chunks; each tenant's share of the chunks by rank to the \
            power of -0.8. Recall: how many of the five nearest by exact cosine are among the five found, for questions \
            in words that no chunk has.""";

    private final Surroundings surroundings;
    private final IndexDatabase database;
    private final List<Row> rows = new ArrayList<>();

    private RetrievalBench(Surroundings surroundings, IndexDatabase database) {
        this.surroundings = surroundings;
        this.database = database;
    }

    /** @param recall of the five nearest by cosine */
    private record Row(VectorMode mode, String corpus, Group group, Latencies latencies, double recall) {}

    public static Findings run(Surroundings surroundings) throws IOException, SQLException, InterruptedException {
        try (Services services = Services.postgres(surroundings)) {
            return new RetrievalBench(surroundings, new IndexDatabase(services)).measure();
        }
    }

    private Findings measure() throws IOException, SQLException, InterruptedException {
        Vocabulary vocabulary = new Vocabulary();
        database.migrate(VectorMode.ARRAYS);
        CorpusLoader loader = new CorpusLoader(database, vocabulary);
        List<String> loads = new ArrayList<>();
        List<Corpus> corpora = corpora(vocabulary);
        for (Corpus corpus : corpora) {
            surroundings.say("retrieval, loading " + corpus.name());
            long began = System.nanoTime();
            loader.load(corpus);
            loads.add("%s loaded in %.0f s".formatted(corpus.name(), (System.nanoTime() - began) / 1e9));
            measure(VectorMode.ARRAYS, corpus);
        }
        if (surroundings.pgvector()) {
            surroundings.say("retrieval, moving the vectors to pgvector");
            long began = System.nanoTime();
            database.giveMemoryToIndexes();
            database.migrate(VectorMode.PGVECTOR);
            loader.tidy();
            loads.add("moved to pgvector in %.0f s".formatted((System.nanoTime() - began) / 1e9));
            corpora.forEach(corpus -> measure(VectorMode.PGVECTOR, corpus));
        }
        loads.add("%.1f GiB on disk".formatted(loader.size() / GIB));
        return new Findings(List.of(table(loads)), budgets(corpora.getLast().name()));
    }

    private List<Corpus> corpora(Vocabulary vocabulary) {
        Corpus small = Corpus.of("1 k chunks", 1, 1_000, vocabulary);
        return surroundings.quick()
                ? List.of(small, Corpus.of("100 k chunks of 1,000 tenants", 1_000, 100_000, vocabulary))
                : List.of(small, Corpus.of("100 k chunks of one tenant", 1, 100_000, vocabulary),
                        Corpus.of("1 M chunks of 10,000 tenants", 10_000, 1_000_000, vocabulary));
    }

    private void measure(VectorMode mode, Corpus corpus) {
        int questions = surroundings.choose(400, 100);
        try (ConfigurableApplicationContext context = SearchContext.start(database.settings(mode))) {
            Searching searching = new Searching(context.getBean(Retrieval.class),
                    context.getBean(GeneratedEmbeddings.class));
            for (Group group : corpus.groups(MEASURED_TENANTS)) {
                surroundings.say("retrieval, " + corpus.name() + ", " + group.name());
                rows.add(new Row(mode, corpus.name(), group, searching.latencies(group, questions),
                        searching.recall(group, questions / 2)));
            }
        }
    }

    private Table table(List<String> loads) {
        return new Table("Search", NOTE + " " + String.join("; ", loads) + ".",
                List.of("vectors", "chunks", "tenants asked", "chunks of such a tenant", "questions", "p50", "p95",
                        "recall@5"),
                rows.stream().map(RetrievalBench::cells).toList());
    }

    private static List<String> cells(Row row) {
        return List.of(row.mode().word(), row.corpus(), row.group().name(), "%,d".formatted(row.group().chunks()),
                Long.toString(row.latencies().count()),
                Figures.millis(row.latencies().millis(50)), Figures.millis(row.latencies().millis(95)),
                "%.3f".formatted(row.recall()));
    }

    private List<Budget> budgets(String largest) {
        return Arrays.stream(VectorMode.values())
                .map(mode -> rows.stream().filter(row -> row.mode() == mode && row.corpus().equals(largest)).toList())
                .filter(measured -> !measured.isEmpty())
                .map(measured -> budget(measured.getFirst().mode(), measured))
                .toList();
    }

    /** Every group of tenants counts, the largest tenant too. */
    private Budget budget(VectorMode mode, List<Row> largest) {
        boolean met = largest.stream().allMatch(row -> row.latencies().millis(95) <= MOST_MILLIS)
                && largest.getFirst().recall() >= LEAST_RECALL;
        String measured = largest.stream()
                .map(row -> "%s p95 %s".formatted(row.group().name(), Figures.millis(row.latencies().millis(95))))
                .collect(Collectors.joining(", ", "", ", recall@5 %.3f".formatted(largest.getFirst().recall())));
        String what = "retrieval with " + largest.getFirst().corpus() + ", " + mode.word();
        String limit = "p95 ≤ 10 ms, recall@5 ≥ 0.98 of exact for the smallest tenants";
        return surroundings.quick()
                ? Budget.notMeasured(what, limit + " (1 M chunks)", measured)
                : new Budget(what, limit, measured, "–", Verdict.of(met));
    }
}
