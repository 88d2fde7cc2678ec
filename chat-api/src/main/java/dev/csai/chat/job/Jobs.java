package dev.csai.chat.job;

import static dev.csai.chat.db.Columns.required;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.db.OperatorTransaction;
import dev.csai.chat.web.Page;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The jobs and their executions, of all tenants. */
@Component
class Jobs {

    private static final Duration DAY = Duration.ofDays(1);
    private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {
    };

    private final OperatorTransaction operators;
    private final Steps steps;
    private final JsonMapper json;
    private final Clock clock;

    Jobs(OperatorTransaction operators, JsonMapper json, Clock clock) {
        this.operators = operators;
        this.steps = new Steps();
        this.json = json;
        this.clock = clock;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Job(String name, long running, long failed24h, long completed24h, @Nullable Execution lastExecution) {

        private Job with(Execution last) {
            return new Job(name, running, failed24h, completed24h, last);
        }
    }

    Mono<List<Job>> all() {
        return operators.in(db -> jobs(db)
                .concatMap(job -> page(db, job.name(), null, Long.MAX_VALUE, 1)
                        .next()
                        .map(job::with)
                        .defaultIfEmpty(job))
                .collectList());
    }

    /** Newest first; empty if there is no such job. */
    Mono<Page<Execution>> executions(String job, @Nullable String status, long before, int limit) {
        return operators.in(db -> jobs(db)
                .filter(known -> known.name().equals(job))
                .next()
                .flatMap(known -> page(db, job, status, before, limit + 1).collectList()))
                .map(found -> Page.of(found, limit, Execution::id));
    }

    /** With its steps; empty if there is none. */
    Mono<Execution> find(ExecutionId id) {
        return operators.in(db -> db.sql(JobSql.ONE)
                .bind("schema", id.schema())
                .bind("id", id.number())
                .map(this::execution)
                .one()
                .flatMap(found -> steps.addTo(db, List.of(found)).map(List::getFirst)));
    }

    /** Those that run, and those that ended at or after the time, with their steps. */
    Mono<List<Execution>> recent(Instant since, int limit) {
        return operators.in(db -> db.sql(JobSql.RECENT)
                .bind("since", since)
                .bind("limit", limit)
                .map(this::execution)
                .all()
                .collectList()
                .flatMap(found -> steps.addTo(db, found)));
    }

    /** Those that ended in the half-open period, with their steps. */
    Mono<List<Execution>> ended(Instant since, Instant until, int limit) {
        return operators.in(db -> db.sql(JobSql.ENDED)
                .bind("since", since)
                .bind("until", until)
                .bind("limit", limit)
                .map(this::execution)
                .all()
                .collectList()
                .flatMap(found -> steps.addTo(db, found)));
    }

    private Flux<Job> jobs(DatabaseClient db) {
        return db.sql(JobSql.JOBS)
                .bind("since", clock.instant().minus(DAY))
                .map(row -> new Job(required(row, "job_name", String.class), required(row, "running", Long.class),
                        required(row, "failed", Long.class), required(row, "completed", Long.class), null))
                .all();
    }

    private Flux<Execution> page(DatabaseClient db, String job, @Nullable String status, long before, int limit) {
        GenericExecuteSpec query = db.sql(JobSql.PAGE).bind("job", job).bind("before", before).bind("limit", limit);
        return (status == null ? query.bindNull("status", String.class) : query.bind("status", status))
                .map(this::execution)
                .all();
    }

    private Execution execution(Readable row) {
        ExecutionId id = new ExecutionId(required(row, "schema", String.class), required(row, "id", Long.class));
        String status = required(row, "status", String.class);
        Instant startedAt = row.get("started_at", Instant.class);
        Instant endedAt = row.get("ended_at", Instant.class);
        return new Execution(id.toString(), required(row, "job_name", String.class), status,
                required(row, "exit_code", String.class), startedAt, endedAt,
                Execution.millisBetween(startedAt, endedAt),
                json.readValue(required(row, "parameters", String.class), PARAMETERS),
                row.get("tenant_id", UUID.class), row.get("document_id", UUID.class),
                row.get("file_name", String.class),
                FailureText.of(status, row.get("exit_message", String.class), row.get("failed_step", String.class)),
                required(row, "restartable", Boolean.class), null);
    }
}
