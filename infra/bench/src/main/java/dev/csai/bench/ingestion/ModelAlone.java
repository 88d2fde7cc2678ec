package dev.csai.bench.ingestion;

import dev.csai.shared.embedding.MiniLmEmbeddingModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The embedding model with nothing around it: as many threads as ingestion has, one text each at a time. */
final class ModelAlone implements AutoCloseable {

    private final MiniLmEmbeddingModel model = new MiniLmEmbeddingModel(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    /** How long it takes for all of them. */
    Duration embed(List<String> texts) throws InterruptedException {
        long began = System.nanoTime();
        List<Future<float[]>> vectors = new ArrayList<>();
        texts.forEach(text -> vectors.add(threads.submit(() -> model.embed(text))));
        for (Future<float[]> vector : vectors) {
            try {
                vector.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("the model failed", e.getCause());
            }
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        model.close();
    }
}
