package dev.csai.ingest.job;

import dev.csai.ingest.index.Generations;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Drops what no search can see any more. */
final class DropOlder implements Tasklet {

    private final Ingestion ingestion;
    private final Generations generations;

    DropOlder(Ingestion ingestion, Generations generations) {
        this.ingestion = ingestion;
        this.generations = generations;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        generations.dropUnused(ingestion.attempt());
        return RepeatStatus.FINISHED;
    }
}
