package dev.csai.ingest.work;

import dev.csai.shared.TenantId;
import dev.csai.shared.db.TenantTransactions;
import dev.csai.shared.message.JobRestartRequested;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reopens work that was given up, when an operator asks for it: its attempts begin anew, and the workers restart the
 * same job instance. What can no longer be restarted is left alone, for the world may have moved on since the wish.
 */
final class Restarts {

    private static final Logger log = LoggerFactory.getLogger(Restarts.class);

    /** The job repository is nobody's tenant data, so it is read by the system role. */
    private static final String FIND = """
            select w.id, w.document_id, w.epoch, w.activated
            from ingest.job_executions_v1 e
            join ingest.work w on w.tenant_id = e.tenant_id and w.document_id = e.document_id
              and w.wish = e.parameters ->> 'wish'
            where e.id = :execution and e.job_name = :job and e.tenant_id = :tenant and e.restartable
            """;

    private static final String LOCK_DOCUMENT = """
            select 1 from ingest.documents
            where tenant_id = :tenant and document_id = :document and deleted_at is null for update
            """;

    private static final String REMEMBER = """
            insert into ingest.restarts
              (tenant_id, message_id, document_id, job_execution_id, requested_by, requested_at)
            values (:tenant, :message, :document, :execution, :operator, :at)
            on conflict (tenant_id, message_id) do nothing
            """;

    /** The epoch fences off an attempt that was made, and failed, after the work was looked at. */
    private static final String REOPEN = """
            update ingest.work
            set finished_at = null, outcome = null, attempts = 0, not_before = now(), leased_until = null
            where tenant_id = :tenant and id = :id and epoch = :epoch and outcome = 'failed'
            """;

    /** A generation that was put in place is searchable already; only tidying is left then. */
    private static final String MARK = """
            update ingest.documents
            set status = case when :activated then 'completed' else 'pending' end,
              progress = case when :activated then 100 else 0 end, problem = null, updated_at = now()
            where tenant_id = :tenant and document_id = :document
            """;

    private final JdbcClient system;
    private final TenantTransactions transactions;
    private final JdbcClient jdbc;

    Restarts(JdbcClient system, TenantTransactions transactions, JdbcClient jdbc) {
        this.system = system;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    private record GivenUp(UUID id, UUID documentId, long epoch, boolean activated) {}

    void accept(JobRestartRequested message) {
        Optional<GivenUp> found = system.sql(FIND)
                .param("execution", message.executionId())
                .param("job", message.jobName())
                .param("tenant", message.tenantId())
                .query(GivenUp.class)
                .optional();
        boolean reopened = found.isPresent() && transactions.call(new TenantId(message.tenantId()),
                () -> reopen(message, found.get()));
        log.info("Operator {} asked for execution {} of {} to be restarted, which {}", message.requestedBy(),
                message.executionId(), message.jobName(), reopened ? "it is" : "it can no longer be");
    }

    private boolean reopen(JobRestartRequested message, GivenUp work) {
        boolean exists = jdbc.sql(LOCK_DOCUMENT)
                .param("tenant", message.tenantId())
                .param("document", work.documentId())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!exists || !remember(message, work)) {
            return false;
        }
        boolean reopened = jdbc.sql(REOPEN)
                .param("tenant", message.tenantId())
                .param("id", work.id())
                .param("epoch", work.epoch())
                .update() == 1;
        if (reopened) {
            jdbc.sql(MARK)
                    .param("activated", work.activated())
                    .param("tenant", message.tenantId())
                    .param("document", work.documentId())
                    .update();
        }
        return reopened;
    }

    private boolean remember(JobRestartRequested message, GivenUp work) {
        return jdbc.sql(REMEMBER)
                .param("tenant", message.tenantId())
                .param("message", message.messageId())
                .param("document", work.documentId())
                .param("execution", message.executionId())
                .param("operator", message.requestedBy())
                .param("at", Timestamp.from(message.occurredAt()))
                .update() == 1;
    }
}
