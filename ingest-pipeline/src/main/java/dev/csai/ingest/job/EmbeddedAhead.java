package dev.csai.ingest.job;

import dev.csai.ingest.chunk.Chunk;
import dev.csai.ingest.embed.Vectors;
import dev.csai.ingest.index.IndexedChunk;
import dev.csai.ingest.index.Titles;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
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
 * own, so that no core waits while a transaction is written, and a passage that stands in the document more than once
 * is embedded once. Used by one thread.
 */
class EmbeddedAhead implements ItemReader<IndexedChunk>, StepExecutionListener {

    /** Passages remembered in case they come again: some megabytes. */
    private static final int RECENT = 1_000;

    private final Ingestion ingestion;
    private final Vectors vectors;
    private final AsyncTaskExecutor executor;
    private final int most;
    private final Queue<Begun> ahead = new ArrayDeque<>();
    private final Map<String, Future<IndexedChunk>> recent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Future<IndexedChunk>> eldest) {
            return size() > RECENT;
        }
    };

    /** @param embedded of this chunk, or of an earlier one that says the same */
    private record Begun(Chunk chunk, Future<IndexedChunk> embedded) {}

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
            ahead.add(begin(chunk, ingestion.title()));
            chunk = ahead.size() < most ? ingestion.nextChunk() : null;
        }
        Begun next = ahead.poll();
        return next == null ? null : result(next);
    }

    /** What a step that failed had begun is of no use to anybody. */
    @Override
    public ExitStatus afterStep(StepExecution execution) {
        ahead.forEach(begun -> begun.embedded().cancel(false));
        ahead.clear();
        recent.clear();
        return execution.getExitStatus();
    }

    private Begun begin(Chunk chunk, String title) {
        return new Begun(chunk, recent.computeIfAbsent(Titles.inContext(chunk, title),
                text -> executor.submit(() -> IndexedChunk.of(chunk, title, vectors.of(chunk, title)))));
    }

    private static IndexedChunk result(Begun begun) throws Exception {
        try {
            IndexedChunk embedded = begun.embedded().get();
            return embedded.chunk().equals(begun.chunk()) ? embedded : embedded.repeatedBy(begun.chunk());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
