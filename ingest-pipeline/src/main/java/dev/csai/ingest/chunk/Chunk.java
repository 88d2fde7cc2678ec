package dev.csai.ingest.chunk;

import dev.csai.shared.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * A passage of a document.
 *
 * @param ordinal place in the document, from 0
 * @param heading the headings above it, outermost first
 * @param page where most of it stands
 * @param tokens of the text, without the heading; an estimate where the embedding model does not know the script
 */
public record Chunk(int ordinal, @Nullable String heading, @Nullable Integer page, String text, Language language,
        int tokens) {

    public Chunk {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a chunk has text");
        }
    }
}
