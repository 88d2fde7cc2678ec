package dev.csai.bench.ingestion;

import dev.csai.bench.report.Budget;
import dev.csai.bench.report.Figures;
import dev.csai.bench.report.Findings;
import dev.csai.bench.report.Table;
import dev.csai.bench.report.Verdict;
import dev.csai.bench.subject.Door;
import dev.csai.bench.subject.Product;
import dev.csai.bench.subject.Surroundings;
import dev.csai.bench.subject.Waiting;
import dev.csai.ingest.chunk.Chunk;
import dev.csai.ingest.index.Titles;
import dev.csai.shared.text.Language;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A text goes in through the door and is searchable some time later; then the model alone embeds exactly the texts that
 * ingestion embedded. Several times over, so that a slow minute of the machine falls on both.
 */
public final class IngestionBench {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final double LEAST_SHARE = 0.9;
    private static final int WARM_UP_PARAGRAPHS = 60;

    /** Of the generation in use: one of words alone may still be there, and was never embedded. */
    private static final String CHUNKS = """
            select c.ordinal, c.heading, c.text
            from ingest.documents d
            join ingest.chunks c on c.tenant_id = d.tenant_id and c.generation_id = d.active_generation_id
            where d.document_id = ? order by c.ordinal
            """;

    private final Surroundings surroundings;
    private final Product product;
    private final ModelAlone model;
    private final Door door = new Door();
    private final String token;

    private IngestionBench(Surroundings surroundings, Product product, ModelAlone model, String token) {
        this.surroundings = surroundings;
        this.product = product;
        this.model = model;
        this.token = token;
    }

    /** @param embedded of the texts by the model alone */
    private record Run(int characters, int chunks, Duration ingested, Duration embedded) {

        double share() {
            return (double) embedded.toNanos() / ingested.toNanos();
        }

        static double perSecond(int count, Duration time) {
            return count / (time.toNanos() / 1e9);
        }
    }

    public static Findings run(Surroundings surroundings) throws IOException, SQLException, InterruptedException {
        try (Product product = Product.start(surroundings, surroundings.folder("ingestion"), Map.of());
                ModelAlone model = new ModelAlone()) {
            return new IngestionBench(surroundings, product, model, new Door().logIn(product.url())).measure();
        }
    }

    private Findings measure() throws IOException, SQLException, InterruptedException {
        once(0, WARM_UP_PARAGRAPHS);
        List<Run> runs = new ArrayList<>();
        int rounds = surroundings.choose(2, 1);
        for (int round = 1; round <= rounds; round++) {
            surroundings.say("ingestion, round " + round + " of " + rounds);
            runs.add(once(round, surroundings.choose(3000, 600)));
        }
        double share = Figures.median(runs, Run::share);
        double chunks = Figures.median(runs, run -> Run.perSecond(run.chunks(), run.ingested()));
        double peer = Figures.median(runs, run -> Run.perSecond(run.chunks(), run.embedded()));
        return new Findings(List.of(table(runs)), List.of(new Budget("ingestion",
                "≥ 90 % of the embedding model's own rate",
                "%s chunks/s, %s of the model".formatted(Figures.number(chunks), Figures.percent(share)),
                Figures.number(peer) + " chunks/s by the model alone", Verdict.of(share >= LEAST_SHARE))));
    }

    private Run once(int seed, int paragraphs) throws IOException, SQLException, InterruptedException {
        String name = "handbook-" + seed + ".md";
        String text = new Prose(seed).text(paragraphs);
        long began = System.nanoTime();
        UUID document = door.upload(product.url(), token, name, text);
        Waiting.until(name + " is searchable", LIMIT, () -> isSearchable(document));
        Duration ingested = Duration.ofNanos(System.nanoTime() - began);
        List<String> texts = embeddedTexts(document, Titles.ofFile(name));
        return new Run(text.length(), texts.size(), ingested, model.embed(texts));
    }

    private boolean isSearchable(UUID document) throws IOException, InterruptedException {
        String status = door.status(product.url(), token, document);
        if (status.equals("failed")) {
            throw new IllegalStateException("the document of the bench was refused");
        }
        return status.equals("completed");
    }

    private List<String> embeddedTexts(UUID document, String title) throws IOException, SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection database = product.folder().connect();
                PreparedStatement select = database.prepareStatement(CHUNKS)) {
            select.setObject(1, document);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    texts.add(Titles.inContext(new Chunk(rows.getInt("ordinal"), rows.getString("heading"), null,
                            rows.getString("text"), Language.ENGLISH, 0), title));
                }
            }
        }
        return texts;
    }

    private static Table table(List<Run> runs) {
        List<List<String>> rows = new ArrayList<>();
        for (Run run : runs) {
            rows.add(List.of("%,d characters, %,d chunks".formatted(run.characters(), run.chunks()),
                    Figures.seconds(run.ingested()),
                    Figures.number(Run.perSecond(run.characters(), run.ingested())),
                    Figures.number(Run.perSecond(run.chunks(), run.ingested())),
                    Figures.number(Run.perSecond(run.chunks(), run.embedded())), Figures.percent(run.share())));
        }
        return new Table("From upload to searchable", """
                A text without repetitions through `POST /v1/knowledge/documents` until the API says `completed`, \
                including parsing, cutting and indexing. Right after it, all-MiniLM-L6-v2 by itself on as many threads \
                over the same chunks, each with title and headings as ingestion embeds it.""",
                List.of("text", "took", "characters/s", "chunks/s", "chunks/s of the model alone", "share"), rows);
    }
}
