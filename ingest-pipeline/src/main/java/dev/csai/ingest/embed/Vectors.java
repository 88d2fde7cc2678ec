package dev.csai.ingest.embed;

import dev.csai.ingest.chunk.Chunk;
import dev.csai.ingest.index.ChunkVector;
import dev.csai.ingest.index.Titles;
import dev.csai.shared.embedding.Embedder;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.embedding.EmbeddingResponse;

/** The vectors of chunks, each embedded together with what its document and its headings are about. */
public final class Vectors {

    private final Embedder embedder;
    private final ToIntFunction<String> tokens;

    /** @param tokens counts a text's tokens as the model does */
    public Vectors(Embedder embedder, ToIntFunction<String> tokens) {
        this.embedder = embedder;
        this.tokens = tokens;
    }

    /** Name of the model; vectors of different names are never compared. */
    public String modelName() {
        return embedder.name();
    }

    public int tokens(String text) {
        return tokens.applyAsInt(text);
    }

    /** Null if the model does not read the chunk's language. Safe for concurrent use. */
    public @Nullable ChunkVector of(Chunk chunk, String title) {
        return embedder.reads(chunk.language()) ? embed(Titles.inContext(chunk, title)) : null;
    }

    private ChunkVector embed(String text) {
        EmbeddingResponse response = embedder.model().embedForResponse(List.of(text));
        Integer used = response.getMetadata().getUsage().getPromptTokens();
        return new ChunkVector(response.getResult().getOutput(), used == null ? 0 : used);
    }
}
