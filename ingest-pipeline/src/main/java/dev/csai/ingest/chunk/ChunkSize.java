package dev.csai.ingest.chunk;

/**
 * How large chunks are, in tokens of the embedding model.
 *
 * @param most no chunk has more
 * @param least shorter paragraphs are joined with their neighbours
 * @param overlap how much of a piece the next one repeats when one paragraph has to be divided
 */
public record ChunkSize(int most, int least, int overlap) {

    /** For models that read some 256 tokens. The best of the sizes tried; overlap found less. */
    public static final ChunkSize SHORT = new ChunkSize(160, 30, 0);

    /** For models that read thousands of tokens. */
    public static final ChunkSize LONG = new ChunkSize(800, 200, 100);

    public ChunkSize {
        if (least < 1 || overlap < 0 || most < 2 * Math.max(least, overlap)) {
            throw new IllegalArgumentException(
                    "%d to %d tokens with an overlap of %d".formatted(least, most, overlap));
        }
    }
}
