package dev.csai.bench.turn;

import static dev.csai.bench.report.Figures.millis;
import static dev.csai.bench.report.Figures.number;
import static dev.csai.bench.report.Figures.percent;
import static dev.csai.bench.report.Figures.seconds;
import static dev.csai.bench.report.Figures.times;
import static dev.csai.bench.turn.TurnBench.AT_ONCE;
import static dev.csai.bench.turn.TurnBench.PER_SECOND;

import dev.csai.bench.report.Budget;
import dev.csai.bench.report.Findings;
import dev.csai.bench.report.Table;
import dev.csai.bench.report.Verdict;
import dev.csai.bench.turn.TurnBench.AtRate;
import dev.csai.bench.turn.TurnBench.Done;
import dev.csai.bench.turn.TurnBench.Sides;
import java.util.ArrayList;
import java.util.List;

/** The tables of the turns, and which budgets they meet. */
final class TurnTables {

    private static final int MANY = AT_ONCE.getLast();
    /** Flowise's RAG flow beside the Express baseline, both at 64 at once, in a run of theirs: 38 and 857 a second. */
    private static final double FLOWISE_TO_EXPRESS = 38.0 / 857;

    private static final double LEAST_DISTINCT = 0.35;
    private static final double LEAST_REPEATED = 1;
    private static final double LEAST_DISTINCT_TO_FLOWISE = 8;
    private static final double LEAST_REPEATED_TO_FLOWISE = 20;
    private static final double MOST_FIRST = 0.5;
    private static final double MOST_ADDED_P50 = 8;
    private static final double MOST_ADDED_P99 = 40;

    private static final String WHOLE = """
            CSAI is all of it in one process on its embedded PostgreSQL (fsync on) and Redis, its model client asking \
            the stub over HTTP, ten documents searched in every turn; meanwhile the usage of every turn goes through \
            outbox and broker to the ledger. Express is `infra/bench/peer` on the same PostgreSQL, the same Redis and \
            the same stub, without retrieval; it asks for a whole answer where CSAI always lets the model stream. \
            Closed loop, a new conversation each time;""";

    private static final String RATED = """
            Whole answers to distinct questions, begun at a fixed rate whether or not the earlier ones were answered, \
            timed from when they were due. The stub's own row is what a caller waits for the model alone.""";

    private final Sides sides;
    private final Grid grid;
    private final int rounds;

    TurnTables(Sides sides, Grid grid, int rounds) {
        this.sides = sides;
        this.grid = grid;
        this.rounds = rounds;
    }

    Findings findings(AtRate atRate, Done done) {
        return new Findings(List.of(whole(), streamed(), rated(atRate), done(done)), List.of(
                faster("distinct questions", sides.distinct(), LEAST_DISTINCT, LEAST_DISTINCT_TO_FLOWISE),
                faster("question embedding cached", sides.repeated(), LEAST_REPEATED, LEAST_REPEATED_TO_FLOWISE),
                added(atRate), firstToken("distinct questions", sides.distinct()),
                firstToken("question embedding cached", sides.repeated())));
    }

    private Table whole() {
        return new Table("Whole answers (JSON)", WHOLE + " medians of " + rounds + " interleaved run(s).",
                List.of("at once", "side", "turns/s", "× Express", "p50", "p99", "incomplete"), rows(Mode.JSON));
    }

    private Table streamed() {
        return new Table("Streamed answers (SSE)",
                "To the first `delta` event and to the last byte; the stub says its answer in eight pieces.",
                List.of("at once", "side", "turns/s", "first token p50", "× Express", "first token p99", "whole p50",
                        "incomplete"),
                rows(Mode.STREAM));
    }

    private List<List<String>> rows(Mode mode) {
        List<List<String>> rows = new ArrayList<>();
        for (int atOnce : AT_ONCE) {
            for (Side side : sides.all()) {
                rows.add(switch (mode) {
                    case JSON -> wholeRow(side, atOnce);
                    case STREAM -> streamRow(side, atOnce);
                });
            }
        }
        return rows;
    }

    private List<String> wholeRow(Side side, int atOnce) {
        return List.of(Integer.toString(atOnce), side.name(), number(grid.perSecond(side, Mode.JSON, atOnce)),
                times(throughputRatio(side, atOnce)), millis(grid.whole(side, Mode.JSON, atOnce, 50)),
                millis(grid.whole(side, Mode.JSON, atOnce, 99)),
                Long.toString(grid.incomplete(side, Mode.JSON, atOnce)));
    }

    private List<String> streamRow(Side side, int atOnce) {
        return List.of(Integer.toString(atOnce), side.name(), number(grid.perSecond(side, Mode.STREAM, atOnce)),
                millis(grid.first(side, Mode.STREAM, atOnce, 50)), times(firstRatio(side, atOnce)),
                millis(grid.first(side, Mode.STREAM, atOnce, 99)), millis(grid.whole(side, Mode.STREAM, atOnce, 50)),
                Long.toString(grid.incomplete(side, Mode.STREAM, atOnce)));
    }

    private Table rated(AtRate atRate) {
        return new Table(PER_SECOND + " turns a second", RATED,
                List.of("side", "answered", "p50", "p95", "p99", "incomplete"),
                List.of(rateRow(sides.peer().name(), atRate.peer()),
                        rateRow(sides.distinct().name(), atRate.product()),
                        rateRow("the model stub alone", atRate.stub())));
    }

    private static List<String> rateRow(String name, Measured measured) {
        return List.of(name, Long.toString(measured.answers()), millis(measured.whole(50)), millis(measured.whole(95)),
                millis(measured.whole(99)), Long.toString(measured.incomplete()));
    }

    private static Table done(Done done) {
        return new Table("Whether the work was done", "", List.of("what", "figure"), List.of(
                List.of("turns of CSAI", "%,d".formatted(done.turns())),
                List.of("of them answered by the model", percent((double) done.askedOfModel() / done.turns())),
                List.of("every turn counted once in the ledger", done.allCounted() ? "yes" : "**no**"),
                List.of("longest until a stretch's usage was in the ledger", seconds(done.longestSettling())),
                List.of("memory of the JVM after all this", done.memory().jvm() + " MiB"),
                List.of("memory of PostgreSQL and Redis", done.memory().servers() + " MiB")));
    }

    private Budget faster(String questions, Side side, double least, double leastToFlowise) {
        double ratio = throughputRatio(side, MANY);
        double toFlowise = ratio / FLOWISE_TO_EXPRESS;
        return new Budget("a turn with retrieval, model time 0, " + MANY + " at once, " + questions,
                "≥ %s × Express without retrieval, ≥ %.0f × Flowise's RAG flow".formatted(number(least),
                        leastToFlowise),
                "%s turns/s, %s Express; %s Flowise, reckoned from what Flowise had beside Express".formatted(
                        number(grid.perSecond(side, Mode.JSON, MANY)), times(ratio), times(toFlowise)),
                number(grid.perSecond(sides.peer(), Mode.JSON, MANY)) + " turns/s",
                Verdict.of(ratio >= least && toFlowise >= leastToFlowise));
    }

    private Budget added(AtRate atRate) {
        double model = atRate.stub().whole(50);
        double p50 = atRate.product().whole(50) - model;
        double p99 = atRate.product().whole(99) - model;
        return new Budget("what the platform adds to a turn, question embedding included, " + PER_SECOND + " turns/s",
                "p50 ≤ 8 ms, p99 ≤ 40 ms", "p50 %s, p99 %s".formatted(millis(p50), millis(p99)),
                "p50 %s, p99 %s".formatted(millis(atRate.peer().whole(50) - model),
                        millis(atRate.peer().whole(99) - model)),
                Verdict.of(
                        atRate.product().incomplete() == 0 && p50 <= MOST_ADDED_P50 && p99 <= MOST_ADDED_P99));
    }

    private Budget firstToken(String questions, Side side) {
        double ratio = firstRatio(side, MANY);
        return new Budget("first token of a stream, " + MANY + " at once, " + questions, "p50 ≤ 0.5 × Express",
                "%s, %s Express".formatted(millis(grid.first(side, Mode.STREAM, MANY, 50)), times(ratio)),
                millis(grid.first(sides.peer(), Mode.STREAM, MANY, 50)), Verdict.of(ratio <= MOST_FIRST));
    }

    private double throughputRatio(Side side, int atOnce) {
        return grid.perSecond(side, Mode.JSON, atOnce) / grid.perSecond(sides.peer(), Mode.JSON, atOnce);
    }

    private double firstRatio(Side side, int atOnce) {
        return grid.first(side, Mode.STREAM, atOnce, 50) / grid.first(sides.peer(), Mode.STREAM, atOnce, 50);
    }
}
