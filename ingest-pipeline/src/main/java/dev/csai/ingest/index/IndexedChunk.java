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
 * @param embedding null if the model does not know its language
 */
// Compared by nobody, copied by nobody, and read once: boxing 384 numbers would buy nothing.
@SuppressWarnings("ArrayRecordComponent")
public record IndexedChunk(UUID id, Chunk chunk, TermFrequencies terms, float @Nullable [] embedding) {

    /** @param title see {@link Titles} */
    public static IndexedChunk of(Chunk chunk, String title, float @Nullable [] embedding) {
        return new IndexedChunk(Ids.next(), chunk, Terms.ofText(Titles.inContext(chunk, title)), embedding);
    }
}
