package dev.csai.chat.conversation;

import dev.csai.chat.web.Problems;
import dev.csai.shared.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * A turn's events as server-sent events. An event's id is the turn's id and how much of the answer's text the client
 * has with it, so that a stream goes on where it broke without anything being generated again.
 */
@Component
class TurnStream {

    /** Below the 15 seconds after which proxies begin to think a stream dead. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final String PATH = "/v1/chat/messages";

    private final Problems problems;

    TurnStream(Problems problems) {
        this.problems = problems;
    }

    Flux<ServerSentEvent<Object>> of(Conversing.Followed followed, @Nullable String lastEventId) {
        int position = position(followed.turnId(), lastEventId);
        Flux<ServerSentEvent<Object>> events = followed.events()
                .concatMapIterable(event -> toSse(followed.turnId(), event, position))
                .onErrorResume(ProblemException.class,
                        problem -> Flux.fromIterable(toSse(followed.turnId(), new TurnEvent.Failed(problem), position)))
                .publish(shared -> shared.mergeWith(heartbeats(shared)));
        return events;
    }

    private static Flux<ServerSentEvent<Object>> heartbeats(Flux<?> until) {
        return Flux.interval(HEARTBEAT)
                .map(tick -> ServerSentEvent.builder().comment("still here").build())
                .takeUntilOther(until.ignoreElements());
    }

    private Iterable<ServerSentEvent<Object>> toSse(UUID turn, TurnEvent event, int position) {
        return switch (event) {
            case TurnEvent.Session session -> List.of(sse(turn, position, "session", session));
            case TurnEvent.Delta delta -> delta.end() <= position
                    ? List.of()
                    : List.of(sse(turn, delta.end(), "delta", Map.of("text", delta.after(position).text())));
            case TurnEvent.HandedOff handedOff -> List.of(sse(turn, position, "handed-off", handedOff));
            case TurnEvent.Completed completed -> List.of(sse(turn, completed.answer().text().length(),
                    "completed", completed.answer()));
            case TurnEvent.Failed failed -> List.of(sse(turn, position, "error",
                    problems.document(failed.problem(), PATH)));
        };
    }

    private static ServerSentEvent<Object> sse(UUID turn, int position, String name, Object data) {
        return ServerSentEvent.builder(data).event(name).id(turn + "." + position).build();
    }

    /** An id of another turn, or none, means from the beginning. */
    private static int position(UUID turn, @Nullable String lastEventId) {
        if (lastEventId == null || !lastEventId.startsWith(turn + ".")) {
            return 0;
        }
        String digits = lastEventId.substring(turn.toString().length() + 1);
        return digits.matches("\\d{1,7}") ? Integer.parseInt(digits) : 0;
    }
}
