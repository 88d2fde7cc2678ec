package dev.csai.chat.retrieval;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A chunk found for a question.
 *
 * @param documentName the name of the file it was uploaded as
 * @param heading the headings above it, outermost first
 * @param score from 0 to 1, by which it was ranked
 * @param lexicalScore BM25 as a share of what a chunk of usual length holding every word of the question once would
 *        get; repeated words can raise it to 2
 * @param coverage share of the question's words that it holds, from 0 to 1, a rare word counting for more
 * @param cosine with the question; null if one of the two has no vector
 */
public record RetrievedChunk(UUID chunkId, UUID documentId, String documentName, String text, @Nullable String heading,
        @Nullable Integer page, double score, double lexicalScore, double coverage, @Nullable Double cosine) {}
