package dev.csai.chat.job;

import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.web.Page;
import dev.csai.shared.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Jobs over HTTP, for operators. */
@RestController
@RequestMapping("/v1/admin")
class JobController {

    private final Jobs jobs;
    private final Restarting restarting;
    private final ExecutionStream stream;

    JobController(Jobs jobs, Restarting restarting, ExecutionStream stream) {
        this.jobs = jobs;
        this.restarting = restarting;
        this.stream = stream;
    }

    record Accepted(String id, boolean accepted) {}

    @GetMapping("/jobs")
    Mono<Page<Jobs.Job>> jobs(Operator operator) {
        return jobs.all().map(all -> new Page<>(all, null));
    }

    @GetMapping("/jobs/{name}/executions")
    Mono<Page<Execution>> executions(Operator operator, @PathVariable String name,
            @RequestParam(required = false) @Nullable String status, @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return jobs.executions(name, Status.checked(status), before(cursor), Page.checkedLimit(limit))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("job")));
    }

    @GetMapping("/job-executions/{id}")
    Mono<Execution> execution(Operator operator, @PathVariable String id) {
        return Mono.justOrEmpty(ExecutionId.of(id)).flatMap(jobs::find).switchIfEmpty(unknown());
    }

    @PostMapping("/job-executions/{id}/restart")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Accepted> restart(Operator operator, @PathVariable String id) {
        return Mono.justOrEmpty(ExecutionId.of(id))
                .flatMap(known -> restarting.restart(operator.personId(), known))
                .map(execution -> new Accepted(execution.id(), true))
                .switchIfEmpty(unknown());
    }

    @GetMapping(path = "/job-executions/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Execution>> events(Operator operator,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        return stream.open(lastEventId);
    }

    private static long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        return ExecutionId.of(cursor).map(ExecutionId::number).orElseThrow(() -> ProblemException.invalid("cursor",
                "malformed", "This cursor was not given by this list."));
    }

    private static <T> Mono<T> unknown() {
        return Mono.error(() -> ProblemException.notFound("execution"));
    }
}
