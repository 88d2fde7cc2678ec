package dev.csai.chat.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job.
 *
 * @param documentName absent when the document was deleted
 * @param failure one sentence, for an execution that did not end well
 * @param restartable whether its work was given up and could be done again
 * @param steps absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Execution(
        String id,
        String jobName,
        String status,
        String exitCode,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long durationMs,
        Map<String, String> parameters,
        @Nullable UUID tenantId,
        @Nullable UUID documentId,
        @Nullable String documentName,
        @Nullable String failure,
        boolean restartable,
        @Nullable List<Step> steps) {

    Execution {
        parameters = Map.copyOf(parameters);
        steps = steps == null ? null : List.copyOf(steps);
    }

    /** One step of a run; the counts are of items and of transactions. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            String name,
            String status,
            String exitCode,
            long readCount,
            long writeCount,
            long filterCount,
            long skipCount,
            long commitCount,
            long rollbackCount,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Long durationMs) {}

    Execution with(List<Step> known) {
        return new Execution(id, jobName, status, exitCode, startedAt, endedAt, durationMs, parameters, tenantId,
                documentId, documentName, failure, restartable, known);
    }

    static @Nullable Long millisBetween(@Nullable Instant start, @Nullable Instant end) {
        return start == null || end == null ? null : Duration.between(start, end).toMillis();
    }
}
