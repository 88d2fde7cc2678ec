package dev.csai.ingest.index;

/**
 * Where a model places a chunk.
 *
 * @param tokens the model counted for the text it was given, which is what is charged
 */
// Compared by nobody, copied by nobody, and read once: boxing 384 numbers would buy nothing.
@SuppressWarnings("ArrayRecordComponent")
public record ChunkVector(float[] values, int tokens) {

    ChunkVector again() {
        return new ChunkVector(values, 0);
    }
}
