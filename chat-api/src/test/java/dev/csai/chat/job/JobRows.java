package dev.csai.chat.job;

import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What ingest-pipeline would have written of its job, written by the super-user. */
final class JobRows {

    static final String STACK_TRACE = "java.lang.IllegalStateException: secret=hunter2\n\tat dev.csai.Some.thing(Some.java:1)";

    private final TestApp app;
    final TenantId tenant;
    private long next;

    JobRows(TestApp app, TenantId tenant, long first) {
        this.app = app;
        this.tenant = tenant;
        this.next = first;
    }

    /** A document with its one piece of work. */
    UUID document(String fileName, String workOutcome) {
        UUID document = Ids.next();
        app.sql("""
                insert into chat.documents (tenant_id, id, file_name, content_type, size_bytes, sha256, blob, created_at,
                  updated_at)
                values ('%1$s', '%2$s', '%3$s', 'text/plain', 1, encode(sha256('%2$s'), 'hex'), '%1$s/%2$s', now(), now());
                insert into ingest.documents (tenant_id, document_id) values ('%1$s', '%2$s');
                """
                .formatted(tenant, document, fileName));
        work(document, "wish", workOutcome);
        return document;
    }

    void work(UUID document, String wish, String outcome) {
        app.sql("""
                insert into ingest.work (tenant_id, id, kind, document_id, wish, file_name, blob, sha256, accepted_at,
                  not_before, finished_at, outcome)
                select '%s', '%s', 'ingest', '%s', '%s', '', '', '', now(), now(), case when o <> '' then now() end,
                  nullif(o, '') from (values ('%s')) as v(o)
                """.formatted(tenant, Ids.next(), document, wish, outcome));
    }

    /** An execution of the document's job instance; 1.5 s long if it has ended. */
    String execution(UUID document, String status) {
        long id = next++;
        Instant end = app.clock.instant().minus(Duration.ofSeconds(10));
        boolean running = Status.isRunning(status);
        app.sql("""
                insert into ingest.batch_job_instance values (abs(hashtext('%2$s')), 0, 'ingestDocument', md5('%2$s'))
                on conflict do nothing;
                insert into ingest.batch_job_execution (job_execution_id, version, job_instance_id, create_time,
                  start_time, end_time, status, exit_code, exit_message, last_updated)
                values (%1$d, 0, abs(hashtext('%2$s')), now(), timestamptz '%4$s' - interval '1.5 s',
                  case when not %5$s then timestamptz '%4$s' end, '%3$s', '%3$s', '%6$s', now());
                insert into ingest.batch_job_execution_params values
                  (%1$d, 'tenant', 'java.lang.String', '%7$s', 'Y'),
                  (%1$d, 'document', 'java.lang.String', '%2$s', 'Y'),
                  (%1$d, 'wish', 'java.lang.String', 'wish', 'Y');
                insert into ingest.batch_step_execution (step_execution_id, version, step_name, job_execution_id,
                  create_time, start_time, end_time, status, commit_count, read_count, filter_count, write_count,
                  read_skip_count, write_skip_count, process_skip_count, rollback_count, exit_code)
                values (%1$d, 0, 'extract', %1$d, now(), timestamptz '%4$s' - interval '1.5 s',
                  case when not %5$s then timestamptz '%4$s' end, '%3$s', 1, 2, 3, 4, 5, 6, 7, 8, '%3$s');
                """.formatted(id, document, status, end, running, status.equals("FAILED") ? STACK_TRACE : "", tenant));
        return "ingest-" + id;
    }

    void change(String execution, String status) {
        app.sql("""
                update ingest.batch_job_execution set status = '%s', exit_code = '%1$s', end_time = timestamptz '%s'
                where job_execution_id = %s
                """.formatted(status, app.clock.instant(), execution.substring("ingest-".length())));
    }
}
