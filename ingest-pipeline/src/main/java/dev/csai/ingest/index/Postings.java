package dev.csai.ingest.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The terms of some chunks turned over: for each term the chunks that have it. */
final class Postings {

    private final Map<String, List<Posting>> byTerm = new TreeMap<>();

    /** @param impact see {@link Bm25} */
    record Posting(int ordinal, float impact) {}

    static Postings of(List<IndexedChunk> chunks) {
        var postings = new Postings();
        for (IndexedChunk indexed : chunks) {
            int words = indexed.terms().words();
            indexed.terms().frequencies().forEach((term, frequency) -> postings.byTerm
                    .computeIfAbsent(term, first -> new ArrayList<>())
                    .add(new Posting(indexed.chunk().ordinal(), Bm25.impact(frequency, words))));
        }
        return postings;
    }

    Map<String, List<Posting>> byTerm() {
        return byTerm;
    }
}
