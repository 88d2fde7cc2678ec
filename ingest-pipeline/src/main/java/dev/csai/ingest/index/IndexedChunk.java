package dev.csai.ingest.index;

import dev.csai.ingest.chunk.Chunk;
import dev.csai.shared.Ids;
import dev.csai.shared.text.TermFrequencies;
import dev.csai.shared.text.Terms;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A chunk ready to be written.
 *
 * @param terms of its text, its headings and the title of its document
 * @param vector null if the model does not know its language
 */
public record IndexedChunk(UUID id, Chunk chunk, TermFrequencies terms, @Nullable ChunkVector vector) {

    /** @param title see {@link Titles} */
    public static IndexedChunk of(Chunk chunk, String title, @Nullable ChunkVector vector) {
        return new IndexedChunk(Ids.next(), chunk, Terms.ofText(Titles.inContext(chunk, title)), vector);
    }

    /** For a later chunk of the same document that says the same, which costs nothing more. */
    public IndexedChunk repeatedBy(Chunk later) {
        return new IndexedChunk(Ids.next(), later, terms, vector == null ? null : vector.again());
    }

    /** Tokens that embedding it took; 0 if it was not embedded. */
    public int embeddedTokens() {
        return vector == null ? 0 : vector.tokens();
    }
}
