package dev.csai.chat.retrieval;

import io.r2dbc.spi.Readable;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the search: a chunk that shares words with the question or whose vector lies near. */
record Candidate(UUID chunkId, UUID documentId, String documentName, String text, @Nullable String heading,
        @Nullable Integer page, double lexicalScore, double coverage, @Nullable Vector vector) {

    /** Best first; equals keep one order, so that the same question always gets the same answer. */
    static final Comparator<RetrievedChunk> BEST_FIRST = Comparator.comparingDouble(RetrievedChunk::score)
            .reversed()
            .thenComparing(RetrievedChunk::chunkId);

    static Candidate of(Readable row) {
        Float[] components = row.get("embedding", Float[].class);
        return new Candidate(value(row, "id", UUID.class), value(row, "document_id", UUID.class),
                value(row, "file_name", String.class), value(row, "text", String.class),
                row.get("heading", String.class), row.get("page", Integer.class),
                value(row, "lexical_score", Double.class), value(row, "coverage", Double.class),
                components == null ? null : Vector.of(components));
    }

    RetrievedChunk ranked(@Nullable Vector question) {
        Double cosine = question == null || vector == null ? null : question.cosine(vector);
        return new RetrievedChunk(chunkId, documentId, documentName, text, heading, page,
                Fusion.score(lexicalScore, cosine, question != null), lexicalScore, coverage, cosine);
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
