package dev.csai.ingest.job;

import dev.csai.ingest.chunk.Chunk;
import dev.csai.ingest.embed.Vectors;
import dev.csai.ingest.index.IndexedChunk;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * The chunks of a document in their order, each with its vector. Embedding runs some chunks ahead on threads of its
 * own, so that no core waits while a transaction is written. Used by one thread.
 */
class EmbeddedAhead implements ItemReader<IndexedChunk>, StepExecutionListener {

    private final Ingestion ingestion;
    private final Vectors vectors;
    private final AsyncTaskExecutor executor;
    private final int most;
    private final Queue<Future<IndexedChunk>> ahead = new ArrayDeque<>();

    /** @param most chunks that are embedded before they are asked for */
    EmbeddedAhead(Ingestion ingestion, Vectors vectors, AsyncTaskExecutor executor, int most) {
        this.ingestion = ingestion;
        this.vectors = vectors;
        this.executor = executor;
        this.most = most;
    }

    @Override
    public @Nullable IndexedChunk read() throws Exception {
        Chunk chunk = ahead.size() < most ? ingestion.nextChunk() : null;
        while (chunk != null) {
            ahead.add(begun(chunk, ingestion.title()));
            chunk = ahead.size() < most ? ingestion.nextChunk() : null;
        }
        Future<IndexedChunk> next = ahead.poll();
        return next == null ? null : result(next);
    }

    /** What a step that failed had begun is of no use to anybody. */
    @Override
    public ExitStatus afterStep(StepExecution execution) {
        ahead.forEach(begun -> begun.cancel(false));
        ahead.clear();
        return execution.getExitStatus();
    }

    private Future<IndexedChunk> begun(Chunk chunk, String title) {
        return executor.submit(() -> IndexedChunk.of(chunk, title, vectors.of(chunk, title)));
    }

    private static IndexedChunk result(Future<IndexedChunk> embedded) throws Exception {
        try {
            return embedded.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
