package dev.csai.ingest;

import dev.csai.ingest.embed.Vectors;
import dev.csai.shared.embedding.Embedder;
import dev.csai.shared.text.Language;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.ai.embedding.EmbeddingResponseMetadata;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Embeds every text alike, after the test has had its say. */
final class ScriptedEmbeddingModel implements EmbeddingModel {

    private static final int TOKENS_PER_TEXT = 25;

    private volatile Consumer<String> script = text -> {};

    /** @param action called with each text; may throw or wait */
    void script(Consumer<String> action) {
        script = action;
    }

    /** Embeds nothing until it opens. */
    void waitFor(CountDownLatch latch) {
        script(text -> awaitOpen(latch));
    }

    static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public float[] embed(String text) {
        script.accept(text);
        return new float[]{1, 0};
    }

    @Override
    public float[] embed(Document document) {
        throw new UnsupportedOperationException("chunks are embedded as text");
    }

    @Override
    public EmbeddingResponse call(EmbeddingRequest request) {
        List<String> texts = request.getInstructions();
        return new EmbeddingResponse(texts.stream().map(text -> new Embedding(embed(text), 0)).toList(),
                new EmbeddingResponseMetadata("scripted", new DefaultUsage(TOKENS_PER_TEXT * texts.size(), 0)));
    }

    /** No configuration by annotation: the app's own scan would find it and put it in place of the model everywhere. */
    static class Scripted {

        @Bean
        ScriptedEmbeddingModel scriptedEmbeddingModel() {
            return new ScriptedEmbeddingModel();
        }

        @Bean
        @Primary
        Vectors scriptedVectors(ScriptedEmbeddingModel model) {
            return new Vectors(new Embedder(model, "scripted", Set.of(Language.ENGLISH)), text -> text.length() / 4);
        }
    }
}
