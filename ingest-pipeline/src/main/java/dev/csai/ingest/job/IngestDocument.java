package dev.csai.ingest.job;

import dev.csai.ingest.index.ChunkIndex;
import dev.csai.ingest.work.Attempt;
import dev.csai.ingest.work.HeldWork;
import dev.csai.ingest.work.Work;
import dev.csai.ingest.work.WorkDoer;
import dev.csai.ingest.work.WorkEnd;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;

/** Runs the job {@code ingestDocument} for work that was claimed. */
final class IngestDocument implements WorkDoer {

    private final Job job;
    private final JobOperator operator;
    private final EarlierExecutions earlier;
    private final Ingestions ingestions;
    private final ChunkIndex index;
    private final DocumentStates states;
    private final HeldWork held;

    IngestDocument(Job job, JobOperator operator, EarlierExecutions earlier, Ingestions ingestions,
            ChunkIndex index, DocumentStates states, HeldWork held) {
        this.job = job;
        this.operator = operator;
        this.earlier = earlier;
        this.ingestions = ingestions;
        this.index = index;
        this.states = states;
        this.held = held;
    }

    @Override
    public Work.Kind kind() {
        return Work.Kind.INGEST;
    }

    @Override
    public Done work(Attempt attempt) throws JobExecutionException {
        JobParameters parameters = parameters(attempt.work());
        Optional<JobExecution> completed = earlier.settle(job.getName(), parameters);
        Ingestion ingestion = ingestions.begin(attempt);
        try {
            JobExecution execution = completed.isPresent() ? completed.get() : operator.start(job, parameters);
            attempt.check();
            return new Done(end(execution), () -> states.chunkCount(attempt.work()));
        } finally {
            ingestions.end(ingestion);
        }
    }

    /** What is searched and billed has not failed: tidying up after it is tried until it succeeds, as a purge is. */
    @Override
    public Optional<IntSupplier> givingUp(Work work, Reason reason) {
        if (held.isActivated(work)) {
            return Optional.empty();
        }
        DocumentProblem problem = switch (reason) {
            case OUT_OF_TIME -> DocumentProblem.timeout();
            case OUT_OF_ATTEMPTS -> DocumentProblem.internal();
        };
        return Optional.of(() -> {
            index.withdrawWordsAlone(work.tenant(), work.documentId());
            states.failed(work, problem);
            return states.chunkCount(work);
        });
    }

    private static WorkEnd end(JobExecution execution) throws JobExecutionException {
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            var failure = new JobExecutionException(
                    "job execution %d ended %s".formatted(execution.getId(), execution.getStatus()));
            execution.getAllFailureExceptions().forEach(failure::addSuppressed);
            throw failure;
        }
        boolean refused = execution.getExitStatus().getExitCode().equals(Extract.REFUSED.getExitCode());
        return refused ? WorkEnd.REFUSED : WorkEnd.COMPLETED;
    }

    /** Identity is tenant, document and wish; the rest only tells this execution who runs it. */
    private static JobParameters parameters(Work work) {
        return new JobParametersBuilder()
                .addString("tenant", work.tenant().toString())
                .addString("document", work.documentId().toString())
                .addString("wish", work.wish())
                .addString("claim", work.claim(), false)
                .toJobParameters();
    }
}
