package dev.csai.chat.job;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.job.Execution.Step;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the steps of executions, one query a schema. */
final class Steps {

    private record Found(ExecutionId execution, Step step) {}

    /** The same executions in the same order, each with its steps. */
    Mono<List<Execution>> addTo(DatabaseClient db, List<Execution> executions) {
        Map<String, List<Long>> numbers = executions.stream()
                .map(execution -> ExecutionId.of(execution.id()))
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(ExecutionId::schema,
                        Collectors.mapping(ExecutionId::number, Collectors.toList())));
        return Flux.fromIterable(numbers.entrySet())
                .concatMap(schema -> of(db, schema.getKey(), schema.getValue()))
                .collectList()
                .map(steps -> joined(executions, steps));
    }

    private static List<Execution> joined(List<Execution> executions, List<Found> steps) {
        Map<String, List<Step>> byExecution = steps.stream()
                .collect(Collectors.groupingBy(found -> found.execution().toString(),
                        Collectors.mapping(Found::step, Collectors.toList())));
        return executions.stream()
                .map(execution -> execution.with(byExecution.getOrDefault(execution.id(), List.of())))
                .toList();
    }

    private static Flux<Found> of(DatabaseClient db, String schema, List<Long> numbers) {
        return db.sql(JobSql.steps(schema))
                .bind("ids", numbers.toArray(Long[]::new))
                .map(row -> new Found(new ExecutionId(schema, required(row, "execution_id", Long.class)), step(row)))
                .all();
    }

    private static Step step(Readable row) {
        Instant startedAt = row.get("started_at", Instant.class);
        Instant endedAt = row.get("ended_at", Instant.class);
        return new Step(required(row, "name", String.class), required(row, "status", String.class),
                required(row, "exit_code", String.class), count(row, "read_count"), count(row, "write_count"),
                count(row, "filter_count"), count(row, "skip_count"), count(row, "commit_count"),
                count(row, "rollback_count"), startedAt, endedAt, Execution.millisBetween(startedAt, endedAt));
    }

    private static long count(Readable row, String column) {
        return required(row, column, Long.class);
    }
}
