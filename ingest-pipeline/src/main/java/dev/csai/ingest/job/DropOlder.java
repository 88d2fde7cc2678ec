package dev.csai.ingest.job;

import dev.csai.ingest.index.ChunkIndex;
import dev.csai.ingest.work.HeldWork;
import dev.csai.ingest.work.Work;
import java.io.IOException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Drops what no search can see any more. */
final class DropOlder implements Tasklet {

    private final Ingestion ingestion;
    private final ChunkIndex index;
    private final HeldWork held;
    private final OlderContents contents;

    DropOlder(Ingestion ingestion, ChunkIndex index, HeldWork held, OlderContents contents) {
        this.ingestion = ingestion;
        this.index = index;
        this.held = held;
        this.contents = contents;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        Work work = ingestion.work();
        held.run(ingestion.attempt(), () -> index.dropInactive(work.tenant(), work.documentId()));
        contents.drop(ingestion.attempt());
        return RepeatStatus.FINISHED;
    }
}
