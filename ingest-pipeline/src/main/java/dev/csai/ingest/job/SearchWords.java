package dev.csai.ingest.job;

import dev.csai.ingest.chunk.Chunk;
import dev.csai.ingest.index.ChunkIndex;
import dev.csai.ingest.index.IndexedChunk;
import dev.csai.ingest.work.HeldWork;
import dev.csai.ingest.work.Work;
import dev.csai.shared.Ids;
import java.util.List;
import java.util.UUID;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Lets a long document be found by its words within seconds, while the vectors of its chunks take minutes: a generation
 * without vectors, which the whole one then replaces. Not for a document that is found already.
 */
final class SearchWords implements Tasklet {

    private static final int CHUNKS_PER_TRANSACTION = 500;

    private final Ingestion ingestion;
    private final ChunkIndex index;
    private final HeldWork held;
    private final DocumentStates states;

    SearchWords(Ingestion ingestion, ChunkIndex index, HeldWork held, DocumentStates states) {
        this.ingestion = ingestion;
        this.index = index;
        this.held = held;
        this.states = states;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        Work work = ingestion.work();
        if (!held.call(ingestion.attempt(), () -> index.isSearched(work.tenant(), work.documentId()))) {
            build(work, Ids.next());
        }
        ingestion.wordsAreSearched();
        return RepeatStatus.FINISHED;
    }

    private void build(Work work, UUID generation) {
        held.run(ingestion.attempt(), () -> {
            index.dropInactive(work.tenant(), work.documentId());
            index.open(work.tenant(), work.documentId(), generation, ChunkIndex.WORDS_ALONE);
        });
        List<Chunk> chunks = ingestion.chunks();
        for (int from = 0; from < chunks.size(); from += CHUNKS_PER_TRANSACTION) {
            int to = Math.min(chunks.size(), from + CHUNKS_PER_TRANSACTION);
            List<IndexedChunk> words = chunks.subList(from, to).stream()
                    .map(chunk -> IndexedChunk.of(chunk, ingestion.title(), null)).toList();
            held.run(ingestion.attempt(), () -> {
                index.write(work.tenant(), work.documentId(), generation, words);
                states.processing(work, ingestion.progressWithWords(to));
            });
        }
        held.run(ingestion.attempt(), () -> index.activateForNow(work.tenant(), work.documentId(), generation));
    }
}
