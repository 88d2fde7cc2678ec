package dev.csai.ingest.index;

/**
 * The part of Okapi BM25 that depends on the chunk alone. Chunks are cut to one size, so their length is compared with
 * a fixed one rather than with an average that every write would change. Values were fitted on English and Hebrew
 * encyclopedia questions; they take effect on indexing.
 */
final class Bm25 {

    private static final double SATURATION = 1.0;
    private static final double LENGTH_SHARE = 0.4;
    private static final double USUAL_WORDS = 85;

    private Bm25() {}

    static float impact(int frequency, int words) {
        double length = 1 - LENGTH_SHARE + LENGTH_SHARE * words / USUAL_WORDS;
        return (float) (frequency * (SATURATION + 1) / (frequency + SATURATION * length));
    }
}
