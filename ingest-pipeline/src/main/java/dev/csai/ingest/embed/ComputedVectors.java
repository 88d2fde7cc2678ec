package dev.csai.ingest.embed;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.BatchingStrategy;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingOptions;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;

/**
 * A vector store embeds what it stores. Here that was done, and counted for the invoice, before the transaction began:
 * this model hands out those vectors and can make none.
 */
final class ComputedVectors implements EmbeddingModel {

    private static final ScopedValue<Map<String, float[]>> VECTORS = ScopedValue.newInstance();

    /** @param vectors by the id of their document, for as long as the storing lasts */
    void with(Map<String, float[]> vectors, Runnable storing) {
        ScopedValue.where(VECTORS, vectors).run(storing);
    }

    @Override
    public float[] embed(Document document) {
        return Objects.requireNonNull(VECTORS.get().get(document.getId()), "no vector was computed for this document");
    }

    @Override
    public List<float[]> embed(List<Document> documents, @Nullable EmbeddingOptions options,
            BatchingStrategy batching) {
        return documents.stream().map(this::embed).toList();
    }

    @Override
    public EmbeddingResponse call(EmbeddingRequest request) {
        throw new UnsupportedOperationException("vectors are computed before they are stored");
    }
}
