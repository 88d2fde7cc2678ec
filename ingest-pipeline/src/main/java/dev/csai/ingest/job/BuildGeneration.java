package dev.csai.ingest.job;

import dev.csai.ingest.index.ChunkIndex;
import dev.csai.ingest.index.IndexedChunk;
import dev.csai.ingest.work.HeldWork;
import dev.csai.ingest.work.Work;
import dev.csai.shared.Ids;
import java.util.List;
import java.util.UUID;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Fills a new generation. What an attempt before this one left unfinished is dropped first and everything is done
 * again: nothing half done is ever built upon, so no chunk can be there twice.
 */
final class BuildGeneration implements StepExecutionListener, ItemWriter<IndexedChunk> {

    private final Ingestion ingestion;
    private final ChunkIndex index;
    private final String embeddingModel;
    private final HeldWork held;
    private final DocumentStates states;

    BuildGeneration(Ingestion ingestion, ChunkIndex index, String embeddingModel, HeldWork held,
            DocumentStates states) {
        this.ingestion = ingestion;
        this.index = index;
        this.embeddingModel = embeddingModel;
        this.held = held;
        this.states = states;
    }

    @Override
    public void beforeStep(StepExecution stepExecution) {
        Work work = ingestion.work();
        UUID generation = Ids.next();
        held.run(ingestion.attempt(), () -> {
            index.dropInactive(work.tenant(), work.documentId());
            index.open(work.tenant(), work.documentId(), generation, embeddingModel);
        });
        ingestion.building(generation);
    }

    @Override
    public void write(Chunk<? extends IndexedChunk> chunk) {
        Work work = ingestion.work();
        List<IndexedChunk> chunks = List.copyOf(chunk.getItems());
        held.run(ingestion.attempt(), () -> {
            index.write(work.tenant(), work.documentId(), ingestion.generation(), chunks);
            states.processing(work, ingestion.progressWith(chunks.size()));
        });
        ingestion.indexed(chunks);
    }
}
