package dev.csai.bench.retrieval;

import dev.csai.shared.embedding.MiniLmEmbeddingModel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.ai.embedding.EmbeddingResponseMetadata;

/** Knows the vectors of the questions that were made up, so that the search can be asked like any other. */
final class GeneratedEmbeddings implements EmbeddingModel {

    private final Map<String, float[]> vectors = new ConcurrentHashMap<>();

    void learn(GeneratedTenant.Question question) {
        vectors.put(question.text(), question.vector());
    }

    @Override
    public EmbeddingResponse call(EmbeddingRequest request) {
        List<Embedding> embeddings = request.getInstructions().stream().map(text -> new Embedding(embed(text), 0))
                .toList();
        return new EmbeddingResponse(embeddings,
                new EmbeddingResponseMetadata(MiniLmEmbeddingModel.NAME, new DefaultUsage(1, 0)));
    }

    @Override
    public float[] embed(String text) {
        float[] vector = vectors.get(text);
        if (vector == null) {
            throw new IllegalArgumentException("nobody made up this question: " + text);
        }
        return vector;
    }

    @Override
    public float[] embed(Document document) {
        throw new UnsupportedOperationException("only questions are embedded here");
    }
}
