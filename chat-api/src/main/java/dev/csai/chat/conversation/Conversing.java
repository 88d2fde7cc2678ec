package dev.csai.chat.conversation;

import dev.csai.chat.conversation.ChatRequest.Utterance;
import dev.csai.chat.conversation.Places.Place;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.ConnectableFlux;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An utterance and its answer. A turn is worked on once, detached from whoever asked: a client that goes away loses
 * nothing, and one that comes back, or sends the same message again, follows the same turn.
 */
@Component
class Conversing {

    private static final Duration ASK_AGAIN = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Turns turns;
    private final TurnWork work;
    private final Sessions sessions;
    private final Places places;
    private final Map<UUID, Flux<TurnEvent>> running = new ConcurrentHashMap<>();

    Conversing(Turns turns, TurnWork work, Sessions sessions, TurnSettings settings) {
        this.turns = turns;
        this.work = work;
        this.sessions = sessions;
        this.places = new Places(settings.atOnce());
    }

    /** The turn's id and all its events from the beginning. */
    record Followed(UUID turnId, Flux<TurnEvent> events) {}

    /** Nothing is written of a message for which there is no place. */
    Mono<Followed> say(Speaker speaker, Utterance utterance) {
        return Mono.fromSupplier(places::take)
                .flatMap(place -> turns.accept(speaker, utterance)
                        .map(acceptance -> follow(speaker.tenant(), acceptance, place))
                        .doOnError(failure -> place.leave())
                        .doOnCancel(place::leave));
    }

    /** Works on a turn whose lease has just been got, whether anybody listens or not. */
    Flux<TurnEvent> start(Turn turn) {
        return start(turn, () -> {});
    }

    private Flux<TurnEvent> start(Turn turn, Runnable atEnd) {
        ConnectableFlux<TurnEvent> events = work.on(turn)
                .doFinally(end -> {
                    running.remove(turn.id());
                    atEnd.run();
                })
                .replay();
        running.put(turn.id(), events);
        events.connect();
        return events;
    }

    /** The place is kept by the work, not by those who follow it. */
    private Followed follow(TenantId tenant, Acceptance acceptance, Place place) {
        return switch (acceptance) {
            case Acceptance.Taken taken -> new Followed(taken.turn().id(), start(taken.turn(), place::leave));
            case Acceptance.Answered answered -> {
                place.leave();
                yield new Followed(answered.turnId(), replayed(answered.answer()));
            }
            case Acceptance.Running other -> {
                place.leave();
                yield new Followed(other.turnId(), followed(tenant, other));
            }
        };
    }

    private static Flux<TurnEvent> replayed(Answer answer) {
        return Flux.<TurnEvent>just(new TurnEvent.Session(answer.sessionId(), answer.conversationId()),
                new TurnEvent.Delta(0, answer.text())).concatWith(Flux.fromIterable(TurnEvent.end(answer)));
    }

    private Flux<TurnEvent> followed(TenantId tenant, Acceptance.Running other) {
        Flux<TurnEvent> here = running.get(other.turnId());
        return here != null ? here : elsewhere(tenant, other);
    }

    /** Another instance works on it, or did until it died: its answer is awaited, or the turn is taken over. */
    private Flux<TurnEvent> elsewhere(TenantId tenant, Acceptance.Running other) {
        TurnEvent session = new TurnEvent.Session(sessions.handle(tenant, other.conversationId()),
                other.conversationId());
        Mono<Flux<TurnEvent>> answerOrTurn = turns.find(tenant, other.conversationId(), other.turnId())
                .ofType(Acceptance.Answered.class)
                .map(answered -> replayed(answered.answer()))
                .switchIfEmpty(turns.takeOver(tenant, other.turnId()).map(this::start));
        return Flux.just(session).concatWith(answerOrTurn
                .repeatWhenEmpty(tries -> tries.delayElements(ASK_AGAIN))
                .timeout(PATIENCE, Mono.error(() -> ProblemException.of(ProblemType.IN_FLIGHT,
                        "This message is still being answered; ask again in a moment.")))
                .flatMapMany(events -> events.filter(event -> !(event instanceof TurnEvent.Session))));
    }
}
