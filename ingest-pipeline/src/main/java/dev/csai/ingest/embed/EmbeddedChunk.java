package dev.csai.ingest.embed;

import dev.csai.ingest.chunk.Chunk;
import java.util.Optional;

/** A chunk with its vector, if the model reads the chunk's language. The vector is not copied: it is large and short-lived. */
public final class EmbeddedChunk {

    private final Chunk chunk;
    private final Optional<float[]> vector;

    EmbeddedChunk(Chunk chunk, Optional<float[]> vector) {
        this.chunk = chunk;
        this.vector = vector;
    }

    public Chunk chunk() {
        return chunk;
    }

    public Optional<float[]> vector() {
        return vector;
    }
}
