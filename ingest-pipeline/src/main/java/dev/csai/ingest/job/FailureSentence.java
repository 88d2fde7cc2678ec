package dev.csai.ingest.job;

import dev.csai.ingest.work.Interrupted;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells operators in one sentence why an execution failed; the framework would keep a stack trace, or nothing. */
final class FailureSentence implements JobExecutionListener {

    @Override
    public void afterJob(JobExecution execution) {
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            execution.setExitStatus(new ExitStatus(execution.getExitStatus().getExitCode(), of(execution)));
        }
    }

    private static String of(JobExecution execution) {
        return execution.getAllFailureExceptions().stream()
                .flatMap(failure -> Stream.iterate(failure, cause -> cause != null, Throwable::getCause))
                .map(FailureSentence::known)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> unknown(List.copyOf(execution.getStepExecutions())));
    }

    private static Optional<String> known(Throwable cause) {
        return Optional.ofNullable(switch (cause) {
            case NoSuchFileException _ -> "The document's bytes are not in the store.";
            case Interrupted interrupted -> switch (interrupted.reason()) {
                case TAKEN_AWAY -> "The document was deleted, or another worker took it over.";
                case OUT_OF_TIME -> "It took longer than one attempt may.";
                case SHUTDOWN -> "The process was shut down; the attempt is made again.";
            };
            case DataAccessException _,TransactionException _ ->
                "The database refused a statement or did not answer.";
            default -> null;
        });
    }

    private static String unknown(List<StepExecution> steps) {
        return steps.isEmpty()
                ? "It failed before its first step; the log tells why."
                : "The step '%s' failed; the log tells why.".formatted(steps.getLast().getStepName());
    }
}
