package dev.csai.chat.answer;

import dev.csai.chat.answer.AnswerPart.End;
import dev.csai.chat.answer.AnswerPart.Kind;
import dev.csai.chat.answer.AnswerPart.Piece;
import dev.csai.chat.assistant.AssistantSettings;
import dev.csai.chat.retrieval.Retrieved;
import java.time.Duration;
import java.util.List;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The fixed flow: greeting, retrieval, answering or abstaining, the offer of a next step. */
public final class Answering {

    /** Named in the usage of what the platform says without a model. */
    static final String NO_MODEL = "none";
    private static final Duration MODEL_LIMIT = Duration.ofSeconds(60);

    private final PassageSearch search;
    private final FollowUp followUp;
    private final ChatModel model;

    Answering(PassageSearch search, FollowUp followUp, ChatModel model) {
        this.search = search;
        this.followUp = followUp;
        this.model = model;
    }

    /** The pieces of the answer, then one end. */
    public Flux<AnswerPart> answer(Question question, AssistantSettings settings) {
        return observed(question, settings, AnsweringObserver.NOBODY);
    }

    /** The same, and tells how it comes about. */
    public Flux<AnswerPart> answer(Question question, AssistantSettings settings, AnswerTrace trace) {
        return observed(question, settings, trace);
    }

    private Flux<AnswerPart> observed(Question question, AssistantSettings settings, AnsweringObserver observer) {
        FlowSentences sentences = FlowSentences.in(question.language());
        return switch (SmallTalk.of(question.text())) {
            case GREETING -> fixed(sentences.greeting(), Kind.ANSWERED, 0);
            case THANKS -> fixed(sentences.thanks(), Kind.ANSWERED, 0);
            case NONE -> fromKnowledge(question, settings, observer);
        };
    }

    /** What is said when the question could not be worked on. */
    public Flux<AnswerPart> givingUp(Question question) {
        return fixed(FlowSentences.in(question.language()).error(), Kind.ABSTAINED, 0);
    }

    /** What is said when nobody but a person is to answer. */
    public Flux<AnswerPart> handingOff(Question question) {
        return fixed(FlowSentences.in(question.language()).handoff(), Kind.HANDED_OFF, 0);
    }

    private Flux<AnswerPart> fromKnowledge(Question question, AssistantSettings settings, AnsweringObserver observer) {
        String wanted = followUp.inFull(question);
        return search.find(question.tenant(), wanted, settings.topK())
                .doOnSubscribe(begun -> observer.searching())
                .doOnNext(observer::found)
                .flatMapMany(found -> Relevance.isAnswerable(found)
                        ? fromPassages(question.inFull(wanted), settings, found, observer)
                        : fixed(abstaining(question, settings), Kind.ABSTAINED, found.embeddingTokens()));
    }

    /** The tenant's own sentence, else ours; in the same language if there is one, else in one that we know. */
    private static String abstaining(Question question, AssistantSettings settings) {
        return settings.abstaining(question.locale())
                .or(() -> settings.abstaining(question.language().tag()))
                .orElseGet(() -> FlowSentences.in(question.language()).abstaining());
    }

    private Flux<AnswerPart> fromPassages(Question question, AssistantSettings settings, Retrieved found,
            AnsweringObserver observer) {
        ModelAnswer answer = new ModelAnswer(found.chunks());
        Prompt prompt = Grounding.prompt(question, settings, found.chunks());
        Flux<AnswerPart> pieces = model.stream(prompt)
                .doOnSubscribe(begun -> observer.asking(prompt))
                .doOnComplete(observer::modelEnded)
                .timeout(MODEL_LIMIT)
                .concatMapIterable(answer::take)
                .concatWith(Flux.defer(() -> Flux.fromIterable(answer.rest())));
        return pieces.concatWith(Mono.defer(() -> Mono.just(answer.end(question, found.embeddingTokens()))))
                .transform(parts -> withNextStep(question, settings, parts, answer));
    }

    private static Flux<AnswerPart> withNextStep(Question question, AssistantSettings settings,
            Flux<AnswerPart> parts, ModelAnswer answer) {
        FlowSentences sentences = FlowSentences.in(question.language());
        return parts.concatMapIterable(part -> switch (part) {
            case Piece piece -> List.of(piece);
            case End end -> end.kind() == Kind.ABSTAINED && answer.isEmpty()
                    ? List.of(new Piece(abstaining(question, settings)), end)
                    : question.opening()
                            ? List.of(new Piece("\n\n" + sentences.nextStep()), end)
                            : List.of(end);
        });
    }

    private static Flux<AnswerPart> fixed(String text, Kind kind, int embeddingTokens) {
        return Flux.just(new Piece(text), new End(kind, List.of(), NO_MODEL, 0, 0, embeddingTokens));
    }
}
