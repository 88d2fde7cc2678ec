package dev.csai.chat.retrieval;

import org.jspecify.annotations.Nullable;

/**
 * How words and meaning add up: a weighted sum of BM25, as a share of the best it could be, and the cosine. On
 * encyclopedia questions it found more than reciprocal ranks at every constant tried, and more than either alone.
 */
final class Fusion {

    static final double COSINE_WEIGHT = 2;

    /** What the lexical score rises to. */
    private static final double MOST_LEXICAL = 2;

    private Fusion() {}

    /** From 0 to 1. */
    static double lexical(double lexicalScore) {
        return lexicalScore / MOST_LEXICAL;
    }

    /**
     * From 0 to 1.
     *
     * @param cosine null if the chunk has no vector, which then has no part in that half
     */
    static double hybrid(double lexicalScore, @Nullable Double cosine) {
        double near = cosine == null ? 0 : Math.max(0, cosine);
        return (lexicalScore + COSINE_WEIGHT * near) / (MOST_LEXICAL + COSINE_WEIGHT);
    }
}
