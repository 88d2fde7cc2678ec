package dev.csai.chat.conversation;

import dev.csai.chat.access.Caller.Visitor;
import dev.csai.chat.conversation.ChatRequest.Utterance;
import dev.csai.chat.web.ClientNetwork;
import dev.csai.chat.web.Page;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a visitor may do: say something, read what was said, rate an answer. */
@RestController
@RequestMapping("/v1/chat")
class ChatController {

    private final Admission admission;
    private final Conversing conversing;
    private final Returning returning;
    private final TurnStream stream;
    private final Transcript transcript;
    private final Feedback feedback;

    ChatController(Admission admission, Conversing conversing, Returning returning, TurnStream stream,
            Transcript transcript, Feedback feedback) {
        this.admission = admission;
        this.returning = returning;
        this.conversing = conversing;
        this.stream = stream;
        this.transcript = transcript;
        this.feedback = feedback;
    }

    @PostMapping(path = "/messages", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Answer> say(Visitor visitor, @RequestBody ChatRequest request, ServerHttpRequest http) {
        return followed(visitor, request, http)
                .flatMapMany(Conversing.Followed::events)
                .<Answer>handle((event, sink) -> {
                    switch (event) {
                        case TurnEvent.Completed completed -> sink.next(completed.answer());
                        case TurnEvent.Failed failed -> sink.error(failed.problem());
                        case TurnEvent.Session session -> {
                        }
                        case TurnEvent.Delta delta -> {
                        }
                        case TurnEvent.HandedOff handedOff -> {
                        }
                    }
                })
                .next()
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.IN_FLIGHT,
                        "This message is still being answered; ask again in a moment.")));
    }

    @PostMapping(path = "/messages", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> stream(Visitor visitor, @RequestBody ChatRequest request,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            ServerHttpRequest http) {
        return followed(visitor, request, http).flatMapMany(followed -> stream.of(followed, lastEventId));
    }

    private Mono<Conversing.Followed> followed(Visitor visitor, ChatRequest request, ServerHttpRequest http) {
        Utterance utterance = request.toUtterance();
        return admission.admit(visitor.tenant(), ClientNetwork.of(http.getRemoteAddress()), request)
                .flatMap(speaker -> conversing.say(speaker, utterance));
    }

    /** Where a verified contact was last, on whatever device; nothing for whom nobody vouches. */
    @PostMapping("/sessions")
    Mono<Returning.ReturnedSession> sessions(Visitor visitor, @RequestBody Returning.SessionRequest request) {
        return returning.find(visitor.tenant(), request);
    }

    @GetMapping("/sessions/{sessionId}/messages")
    Mono<Page<Transcript.Line>> messages(Visitor visitor, @PathVariable String sessionId,
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return transcript.read(visitor.tenant(), sessionId, Page.checkedLimit(limit), Page.idCursor(cursor));
    }

    @PostMapping("/messages/{messageId}/feedback")
    Mono<Feedback.Rating> rate(Visitor visitor, @PathVariable UUID messageId, @RequestBody Feedback.Rating rating) {
        return feedback.give(visitor.tenant(), messageId, rating.checked());
    }
}
