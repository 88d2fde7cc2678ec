package dev.csai.bench.report;

/**
 * A budget of the architecture and what was measured of it.
 *
 * @param what is measured, with the load it is under
 * @param budget the limit
 * @param measured in this run
 * @param peer the peer's figure of the same run; "–" where there is none
 */
public record Budget(String what, String budget, String measured, String peer, Verdict verdict) {

    static final String NONE = "–";

    public static Budget without(String what, String budget, String measured, boolean met) {
        return new Budget(what, budget, measured, NONE, Verdict.of(met));
    }

    public static Budget notBuilt(String what, String budget) {
        return new Budget(what, budget, NONE, NONE, Verdict.NOT_BUILT);
    }

    public static Budget notMeasured(String what, String budget, String why) {
        return new Budget(what, budget, why, NONE, Verdict.NOT_MEASURED);
    }
}
