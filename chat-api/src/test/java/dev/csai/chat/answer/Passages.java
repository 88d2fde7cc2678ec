package dev.csai.chat.answer;

import dev.csai.chat.retrieval.RetrievedChunk;
import dev.csai.shared.Ids;
import java.util.Arrays;
import java.util.List;

/** Passages as if retrieved. */
final class Passages {

    private Passages() {}

    static List<RetrievedChunk> of(String... texts) {
        return Arrays.stream(texts).map(Passages::passage).toList();
    }

    private static RetrievedChunk passage(String text) {
        return new RetrievedChunk(Ids.next(), Ids.next(), "hours.md", text, null, 1, 0.9, 0.9, 1.0, null);
    }
}
