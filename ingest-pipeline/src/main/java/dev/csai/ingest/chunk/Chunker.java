package dev.csai.ingest.chunk;

import dev.csai.ingest.extract.Block;
import dev.csai.shared.text.Language;
import java.util.Iterator;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Cuts paragraph by paragraph: a chunk is a paragraph, several short ones under the same heading, or a part of a long
 * one that ends with a sentence. Every letter of the blocks is in the text or the heading of some chunk. The same
 * blocks always give the same chunks.
 */
public final class Chunker {

    private final ChunkSize size;
    private final Tokens tokens;

    /** @param latinTokens counts the tokens of a text in Latin letters, as the embedding model does */
    public Chunker(ChunkSize size, ToIntFunction<String> latinTokens) {
        this.size = size;
        this.tokens = new Tokens(latinTokens);
    }

    /** A text that stands by itself and is not cut, however long it is. */
    public Chunk whole(int ordinal, @Nullable String heading, String text) {
        String read = heading == null ? text : heading + "\n" + text;
        return new Chunk(ordinal, heading, null, text, Language.of(read), tokens.of(text));
    }

    /** Reads blocks only as chunks are asked for, and holds no more than one heading's worth of small blocks. */
    public Iterator<Chunk> chunks(Iterator<Block> blocks) {
        return new Cutting(blocks, size, tokens);
    }
}
