package dev.csai.chat.job;

import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Snapshot;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.outbox.OutboxTable;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.message.JobRestartRequested;
import dev.csai.shared.outbox.OutboxRelay;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Passes on an operator's wish to the owner of the work, who looks again whether it can be done, and who keeps the
 * record of who asked: a wish that comes twice, or too late, changes nothing.
 */
@Component
class Restarting {

    private final Jobs jobs;
    private final SystemTransaction transaction;
    private final Audit audit;
    private final OutboxTable outbox;
    private final OutboxRelay relay;
    private final Clock clock;

    Restarting(Jobs jobs, SystemTransaction transaction, OutboxTable outbox, OutboxRelay relay, Audit audit,
            Clock clock) {
        this.audit = audit;
        this.jobs = jobs;
        this.transaction = transaction;
        this.outbox = outbox;
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * Completes empty if there is no such execution.
     *
     * @throws ProblemException {@code conflict} if it cannot be restarted
     */
    Mono<Execution> restart(UUID operator, ExecutionId id) {
        return jobs.find(id).flatMap(execution -> {
            UUID tenant = execution.tenantId();
            if (!execution.restartable() || tenant == null) {
                return Mono.error(ProblemException.of(ProblemType.CONFLICT, reason(execution)));
            }
            JobRestartRequested message = new JobRestartRequested(Ids.next(), tenant, clock.instant(),
                    execution.jobName(), id.number(), operator);
            return transaction.in(db -> outbox.add(db, message, JobRestartRequested.DESTINATION)
                    .flatMap(rows -> audit.changed(db, TenantId.PLATFORM, new Target("job-execution", id.toString()),
                            null, RestartSnapshot.of(execution, tenant)).thenReturn(rows)))
                    .doOnNext(rows -> relay.wake())
                    .thenReturn(execution);
        });
    }

    private record RestartSnapshot(String job, UUID tenant, @Nullable UUID document) implements Snapshot {

        static RestartSnapshot of(Execution execution, UUID tenant) {
            return new RestartSnapshot(execution.jobName(), tenant, execution.documentId());
        }
    }

    private static String reason(Execution execution) {
        if (execution.status().equals(Status.COMPLETED.name())) {
            return "This execution completed; there is nothing to restart.";
        }
        return Status.isRunning(execution.status())
                ? "This execution is running."
                : "This execution's work goes on already, was done since, or its document was deleted.";
    }
}
