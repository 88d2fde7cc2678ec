package dev.csai.chat.answer;

import dev.csai.chat.retrieval.RetrievedChunk;
import dev.csai.shared.Ids;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passages as if retrieved. */
final class Passages {

    private Passages() {}

    static List<RetrievedChunk> of(String... texts) {
        return Arrays.stream(texts).map(text -> passage(null, text)).toList();
    }

    static List<RetrievedChunk> under(String heading, String text) {
        return List.of(passage(heading, text));
    }

    private static RetrievedChunk passage(@Nullable String heading, String text) {
        return new RetrievedChunk(Ids.next(), Ids.next(), "hours.md", text, heading, 1, 0.9, 0.9, 1.0, null);
    }
}
