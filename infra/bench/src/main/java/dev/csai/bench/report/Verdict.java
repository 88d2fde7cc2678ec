package dev.csai.bench.report;

/** What became of a budget. */
public enum Verdict {
    MET("met"), MISSED("**missed**"), NOT_MEASURED("not measured in this run"), NOT_BUILT("not built yet");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    public static Verdict of(boolean met) {
        return met ? MET : MISSED;
    }

    String words() {
        return words;
    }
}
