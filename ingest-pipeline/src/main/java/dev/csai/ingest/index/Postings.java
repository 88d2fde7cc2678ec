package dev.csai.ingest.index;

import dev.csai.shared.text.TermFrequencies;
import java.util.List;

/**
 * Which terms some chunks have, as columns: the entries of one index in the three arrays belong together.
 *
 * @param impacts see {@link Bm25}
 */
// Compared by nobody, copied by nobody, and read once: boxing thousands of numbers would buy nothing.
@SuppressWarnings("ArrayRecordComponent")
record Postings(String[] terms, int[] ordinals, float[] impacts) {

    static Postings of(List<IndexedChunk> chunks) {
        int size = chunks.stream().mapToInt(chunk -> chunk.terms().frequencies().size()).sum();
        var postings = new Postings(new String[size], new int[size], new float[size]);
        int next = 0;
        for (IndexedChunk indexed : chunks) {
            TermFrequencies terms = indexed.terms();
            for (var term : terms.frequencies().entrySet()) {
                postings.terms[next] = term.getKey();
                postings.ordinals[next] = indexed.chunk().ordinal();
                postings.impacts[next] = Bm25.impact(term.getValue(), terms.words());
                next++;
            }
        }
        return postings;
    }
}
