package dev.csai.ingest.job;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * What attempts before this one left in the job repository. Whoever holds the work knows that nobody else runs its job,
 * so an execution that claims to be running, or that could not even note its own end, is one whose process died.
 */
final class EarlierExecutions {

    private static final String DIED = "The process that was at it ended before its time.";

    private final JobRepository repository;
    private final Clock clock;

    EarlierExecutions(JobRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Makes the job startable again, or gives the execution that completed it. */
    Optional<JobExecution> settle(String job, JobParameters parameters) {
        JobInstance instance = repository.getJobInstance(job, parameters);
        if (instance == null) {
            return Optional.empty();
        }
        List<JobExecution> executions = repository.getJobExecutions(instance);
        if (executions.isEmpty()) {
            // Its process died between noting the job and noting that it runs; the framework starts no such job.
            settle(repository.createJobExecution(instance, parameters, new ExecutionContext()));
        }
        for (JobExecution execution : executions) {
            if (execution.getStatus() == BatchStatus.COMPLETED) {
                return Optional.of(execution);
            }
            settle(execution);
        }
        return Optional.empty();
    }

    private void settle(JobExecution execution) {
        for (StepExecution step : execution.getStepExecutions()) {
            if (cutOff(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                step.setExitStatus(ExitStatus.FAILED);
                step.setEndTime(now());
                repository.update(step);
            }
        }
        if (cutOff(execution.getStatus()) || execution.isRunning()) {
            execution.setStatus(BatchStatus.FAILED);
            execution.setExitStatus(new ExitStatus(ExitStatus.FAILED.getExitCode(), DIED));
            execution.setEndTime(now());
            repository.update(execution);
        }
    }

    private static boolean cutOff(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }

    /** In the process's own zone, as the framework takes all its times. */
    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault());
    }
}
