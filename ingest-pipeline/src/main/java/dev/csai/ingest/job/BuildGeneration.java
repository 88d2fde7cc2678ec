package dev.csai.ingest.job;

import dev.csai.ingest.embed.EmbeddedChunk;
import dev.csai.ingest.index.Generations;
import dev.csai.ingest.work.HeldWork;
import java.util.List;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Fills a new generation. What an attempt before this one left unfinished is dropped first and everything is done
 * again: nothing half done is ever built upon, so no chunk can be there twice.
 */
final class BuildGeneration implements StepExecutionListener, ItemWriter<EmbeddedChunk> {

    private final Ingestion ingestion;
    private final Generations generations;
    private final HeldWork held;
    private final DocumentStates states;

    BuildGeneration(Ingestion ingestion, Generations generations, HeldWork held, DocumentStates states) {
        this.ingestion = ingestion;
        this.generations = generations;
        this.held = held;
        this.states = states;
    }

    @Override
    public void beforeStep(StepExecution stepExecution) {
        held.run(ingestion.attempt(), () -> generations.abandonBuilding(ingestion.work()));
        generations.dropUnused(ingestion.attempt());
        ingestion.building(held.call(ingestion.attempt(), () -> generations.begin(ingestion.work())));
    }

    @Override
    public void write(Chunk<? extends EmbeddedChunk> chunk) {
        List<? extends EmbeddedChunk> chunks = chunk.getItems();
        held.run(ingestion.attempt(), () -> {
            generations.add(ingestion.work(), ingestion.generation(), chunks);
            states.processing(ingestion.work(), ingestion.progressWith(chunks.size()));
        });
        ingestion.indexed(chunks.size());
    }
}
