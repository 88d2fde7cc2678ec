package dev.csai.chat.job;

import java.util.List;
import java.util.stream.Collectors;

/** Every schema with a job repository gives the same views; what is asked is asked of their union. */
final class JobSql {

    /** A schema's jobs are here as soon as its name is. */
    static final List<String> SCHEMAS = List.of("ingest");

    private static final String RUNNING = "e.status in ('STARTING', 'STARTED', 'STOPPING')";

    private static final String FROM_EXECUTIONS = """
            from (%s) e
            left join chat.documents d
              on d.tenant_id = e.tenant_id and d.id = e.document_id and d.deleted_at is null
            """.formatted(union("""
            select '%1$s' as schema, id, job_name, status, exit_code, exit_message, failed_step, started_at, ended_at,
              parameters, tenant_id, document_id, restartable
            from %1$s.job_executions_v1"""));

    /** Nobody's document is brought back: what was deleted stays so. */
    private static final String EXECUTIONS = """
            select e.schema, e.id, e.job_name, e.status, e.exit_code, e.exit_message, e.failed_step, e.started_at,
              e.ended_at, e.parameters::text as parameters, e.tenant_id, e.document_id, d.file_name,
              e.restartable and d.id is not null as restartable
            """ + FROM_EXECUTIONS;

    static final String ONE = EXECUTIONS + " where e.schema = :schema and e.id = :id";

    /** A job's name belongs to one schema, so its executions have one order. */
    static final String PAGE = EXECUTIONS + """
            where e.job_name = :job and (cast(:status as text) is null or e.status = :status) and e.id < :before
            order by e.id desc limit :limit
            """;

    static final String RECENT = EXECUTIONS + " where " + RUNNING + """
             or e.ended_at >= :since
            order by e.id desc limit :limit
            """;

    static final String ENDED = EXECUTIONS + """
            where e.ended_at >= :since and e.ended_at < :until
            order by e.id desc limit :limit
            """;

    static final String JOBS = """
            select j.job_name, c.running, c.failed, c.completed
            from (%s) j
            cross join lateral (
              select count(*) filter (where %2$s) as running,
                count(*) filter (where e.status = 'FAILED' and e.ended_at >= :since) as failed,
                count(*) filter (where e.status = 'COMPLETED' and e.ended_at >= :since) as completed
              from (%3$s) e where e.job_name = j.job_name and (%2$s or e.ended_at >= :since)
            ) c
            order by j.job_name
            """.formatted(union("select job_name from %1$s.jobs_v1"), RUNNING,
            union("select job_name, status, ended_at from %1$s.job_executions_v1"));

    private JobSql() {}

    /** @param schema one of {@link #SCHEMAS} */
    static String steps(String schema) {
        return """
                select execution_id, name, status, exit_code, read_count, write_count, filter_count, skip_count,
                  commit_count, rollback_count, started_at, ended_at
                from %s.job_steps_v1 where execution_id = any(:ids)
                order by id
                """.formatted(schema);
    }

    private static String union(String select) {
        return SCHEMAS.stream().map(select::formatted).collect(Collectors.joining("\nunion all\n"));
    }
}
