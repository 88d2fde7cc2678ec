package dev.csai.bench.turn;

import dev.csai.bench.report.Findings;
import dev.csai.bench.subject.Memory;
import dev.csai.bench.subject.Surroundings;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Turns at 1, 16 and 64 at once, whole and streamed, on every side in turn, several times over; then turns at a fixed
 * rate, for what the platform adds to one.
 */
public final class TurnBench {

    static final List<Integer> AT_ONCE = List.of(1, 16, 64);
    static final int PER_SECOND = 100;
    private static final int WARM_UP_AT_ONCE = 16;

    private final Surroundings surroundings;
    private final Shop shop;
    private final ModelStub model;
    private final Sides sides;
    private final Load load = new Load(new Visitor());
    private final Grid grid = new Grid();
    private long askedOfModel;
    private Duration longestSettling = Duration.ZERO;

    private TurnBench(Surroundings surroundings, Shop shop, ModelStub model, Sides sides) {
        this.surroundings = surroundings;
        this.shop = shop;
        this.model = model;
        this.sides = sides;
    }

    /**
     * @param distinct CSAI with questions that never came before
     * @param repeated CSAI with always the same question
     */
    record Sides(Side peer, Side distinct, Side repeated) {

        List<Side> all() {
            return List.of(peer, distinct, repeated);
        }
    }

    /**
     * What besides times tells whether the work was done.
     *
     * @param turns of CSAI
     * @param askedOfModel how many of them came to the model
     * @param allCounted whether the ledger has every one of them
     * @param longestSettling until the usage of one stretch was in the ledger
     */
    record Done(long turns, long askedOfModel, boolean allCounted, Memory memory, Duration longestSettling) {}

    /** @param stub the model's own time */
    record AtRate(Measured product, Measured peer, Measured stub) {}

    public static Findings run(Surroundings surroundings) throws IOException, SQLException, InterruptedException {
        try (ModelStub model = ModelStub.start();
                Shop shop = Shop.open(surroundings, model.baseUrl());
                Peer peer = Peer.start(surroundings, shop.product().folder(), model.baseUrl())) {
            return new TurnBench(surroundings, shop, model, new Sides(peer.side(), shop.distinct(), shop.repeated()))
                    .measure();
        }
    }

    private Findings measure() throws IOException, SQLException, InterruptedException {
        warmUp();
        int rounds = surroundings.choose(3, 1);
        for (int round = 1; round <= rounds; round++) {
            surroundings.say("turns, round " + round + " of " + rounds);
            for (Mode mode : Mode.values()) {
                for (int atOnce : AT_ONCE) {
                    for (Side side : sides.all()) {
                        stretch(side, mode, atOnce);
                    }
                }
            }
        }
        AtRate atRate = atRate();
        Done done = new Done(shop.turns(), askedOfModel, shop.counted() == shop.turns(), shop.product().memory(),
                longestSettling);
        return new TurnTables(sides, grid, rounds).findings(atRate, done);
    }

    private void warmUp() throws IOException, SQLException, InterruptedException {
        surroundings.say("turns, warming up");
        for (Mode mode : Mode.values()) {
            for (Side side : sides.all()) {
                loaded(side, surroundings.choose(Duration.ofSeconds(10), Duration.ofSeconds(3)), mode, WARM_UP_AT_ONCE);
            }
        }
    }

    private void stretch(Side side, Mode mode, int atOnce) throws IOException, SQLException, InterruptedException {
        grid.add(side, mode, atOnce,
                loaded(side, surroundings.choose(Duration.ofSeconds(5), Duration.ofMillis(1500)), mode, atOnce));
    }

    private Measured loaded(Side side, Duration length, Mode mode, int atOnce)
            throws IOException, SQLException, InterruptedException {
        long before = model.answers();
        Measured measured = load.closed(side, mode, atOnce, length);
        settle(side, before);
        return measured;
    }

    /** Or the work that one stretch leaves behind would be done during the next, which may be the peer's. */
    private void settle(Side side, long answersBefore) throws IOException, SQLException, InterruptedException {
        askedOfModel += side.equals(sides.peer()) ? 0 : model.answers() - answersBefore;
        Duration took = shop.settle();
        longestSettling = took.compareTo(longestSettling) > 0 ? took : longestSettling;
    }

    private AtRate atRate() throws IOException, SQLException, InterruptedException {
        surroundings.say("turns, " + PER_SECOND + " a second");
        Duration length = surroundings.choose(Duration.ofSeconds(30), Duration.ofSeconds(8));
        Measured peer = load.open(sides.peer(), Mode.JSON, PER_SECOND, length);
        long before = model.answers();
        Measured product = load.open(sides.distinct(), Mode.JSON, PER_SECOND, length);
        settle(sides.distinct(), before);
        return new AtRate(product, peer, load.open(model.alone(), Mode.STREAM, PER_SECOND,
                surroundings.choose(Duration.ofSeconds(10), Duration.ofSeconds(4))));
    }
}
