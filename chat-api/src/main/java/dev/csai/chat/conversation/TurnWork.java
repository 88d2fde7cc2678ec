package dev.csai.chat.conversation;

import dev.csai.chat.answer.AnswerPart;
import dev.csai.chat.answer.Answering;
import dev.csai.chat.assistant.AssistantInForce;
import dev.csai.chat.assistant.AssistantSettings;
import dev.csai.chat.assistant.KnownAssistants;
import dev.csai.shared.Ids;
import dev.csai.shared.message.Meter;
import dev.csai.shared.message.UsageRecorded.UsageRecord;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Works on one turn whose lease is held: waits for the earlier turns, answers, commits, tells of each step. */
@Component
class TurnWork {

    private static final Logger log = LoggerFactory.getLogger(TurnWork.class);
    private static final Duration ASK_AGAIN = Duration.ofMillis(50);
    /** A turn that failed this often is not tried again by itself; it ends with the sentence for errors. */
    private static final int MAX_EPOCHS = 5;

    private final KnownAssistants assistants;
    private final Answering answering;
    private final TurnLedger ledger;
    private final Memory memory;
    private final Sessions sessions;

    TurnWork(KnownAssistants assistants, Answering answering, TurnLedger ledger, Memory memory, Sessions sessions) {
        this.assistants = assistants;
        this.answering = answering;
        this.ledger = ledger;
        this.memory = memory;
        this.sessions = sessions;
    }

    /** Ends with {@code Completed} or {@code Failed}; never with an error signal. */
    Flux<TurnEvent> on(Turn turn) {
        Mono<Void> keptLease = Flux.interval(Turns.LEASE.dividedBy(3)).concatMap(tick -> renewed(turn)).then();
        Flux<TurnEvent> work = earlierTurnsDone(turn)
                .then(assistants.inForce(turn.tenant()))
                .flatMapMany(assistant -> answer(turn, assistant))
                .onErrorResume(failure -> failed(turn, failure));
        return Flux.<TurnEvent>just(new TurnEvent.Session(sessions.handle(turn.tenant(), turn.conversationId()),
                turn.conversationId()))
                .concatWith(work.takeUntilOther(keptLease));
    }

    /** A renewal that fails is made up for by the next one, or the lease ends and the commit is refused. */
    private Mono<Long> renewed(Turn turn) {
        return ledger.renew(turn).onErrorResume(failure -> {
            log.warn("The lease of turn {} was not renewed: {}", turn.id(), failure.toString());
            return Mono.empty();
        });
    }

    private Mono<Void> earlierTurnsDone(Turn turn) {
        if (turn.ordinal() == 1) {
            return Mono.empty();
        }
        return ledger.mayGo(turn)
                .repeatWhen(done -> done.delayElements(ASK_AGAIN))
                .takeUntil(go -> go)
                .then();
    }

    private Flux<TurnEvent> answer(Turn turn, AssistantInForce assistant) {
        Draft draft = new Draft();
        return parts(turn, assistant).concatMap(part -> switch (part) {
            case AnswerPart.Piece piece -> Mono.just(draft.add(piece));
            case AnswerPart.End end -> complete(turn, draft.text(), end);
        });
    }

    /** An assistant that is off remembers nothing, looks nothing up and asks no model. */
    private Flux<AnswerPart> parts(Turn turn, AssistantInForce assistant) {
        AssistantSettings settings = assistant.settings();
        if (!assistant.switches().isOnFor(turn.channel())) {
            return answering.handingOff(memory.question(turn.tenant(), turn.text(), turn.locale(), settings,
                    List.of()));
        }
        return memory.question(turn, settings)
                .flatMapMany(question -> turn.epoch() > MAX_EPOCHS
                        ? answering.givingUp(question)
                        : answering.answer(question, settings));
    }

    private Flux<TurnEvent> complete(Turn turn, String text, AnswerPart.End end) {
        Answer.Outcome outcome = Answer.Outcome.of(end.kind());
        Answer answer = new Answer(sessions.handle(turn.tenant(), turn.conversationId()), turn.conversationId(),
                Ids.next(), text, outcome, Answer.Citation.of(end.citations()), List.of(), Answer.Usage.of(end),
                Answer.ConversationStatus.after(outcome));
        return ledger.complete(turn, answer, usage(end))
                .flatMapIterable(kept -> kept
                        ? TurnEvent.end(answer)
                        : List.of(new TurnEvent.Failed(ProblemException.of(ProblemType.IN_FLIGHT,
                                "This message is being answered elsewhere; ask again."))));
    }

    /** What people are to answer uses nothing. */
    private static List<UsageRecord> usage(AnswerPart.End end) {
        if (end.kind() == AnswerPart.Kind.HANDED_OFF) {
            return List.of();
        }
        return List.of(
                new UsageRecord(Ids.next(), Meter.MESSAGES, 1),
                new UsageRecord(Ids.next(), Meter.INPUT_TOKENS, end.inputTokens()),
                new UsageRecord(Ids.next(), Meter.OUTPUT_TOKENS, end.outputTokens()),
                new UsageRecord(Ids.next(), Meter.EMBEDDING_TOKENS, end.embeddingTokens()));
    }

    /** The lease ends at once, so the client's own retry, or the sweep, works on the turn again. */
    private Flux<TurnEvent> failed(Turn turn, Throwable failure) {
        log.error("Turn {} of tenant {} failed in epoch {}", turn.id(), turn.tenant(), turn.epoch(), failure);
        TurnEvent.Failed event = new TurnEvent.Failed(ProblemException.retryLater(ProblemType.UNAVAILABLE,
                "The assistant could not answer just now. Please try again.", Duration.ofSeconds(2)));
        return ledger.release(turn)
                .onErrorResume(second -> {
                    log.warn("The lease of turn {} runs out by itself: {}", turn.id(), second.toString());
                    return Mono.empty();
                })
                .thenMany(Flux.just(event));
    }

    /** The text so far, for the offsets of the deltas. */
    private static final class Draft {

        private final StringBuilder text = new StringBuilder();

        TurnEvent add(AnswerPart.Piece piece) {
            TurnEvent.Delta delta = new TurnEvent.Delta(text.length(), piece.text());
            text.append(piece.text());
            return delta;
        }

        String text() {
            return text.toString();
        }
    }
}
