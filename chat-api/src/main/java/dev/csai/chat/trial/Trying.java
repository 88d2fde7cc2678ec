package dev.csai.chat.trial;

import dev.csai.chat.access.Caller.ActingOperator;
import dev.csai.chat.access.Caller.Backend;
import dev.csai.chat.access.Caller.Insider;
import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.answer.AnswerPart;
import dev.csai.chat.answer.AnswerTrace;
import dev.csai.chat.answer.Answering;
import dev.csai.chat.answer.Question;
import dev.csai.chat.assistant.AssistantInForce;
import dev.csai.chat.assistant.AssistantSettings;
import dev.csai.chat.assistant.KnownAssistants;
import dev.csai.chat.conversation.Memory;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.onboarding.FirstSteps;
import dev.csai.chat.throttle.FirmLimits;
import dev.csai.chat.throttle.Windows.Window;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers as a turn is answered, and keeps nothing: what is stored and billed of a turn is the ledger's doing. */
@Component
class Trying {

    private static final Logger log = LoggerFactory.getLogger(Trying.class);
    private static final String DEFAULT_LOCALE = "select default_locale from chat.tenants where id = :tenant";

    private final KnownAssistants assistants;
    private final Answering answering;
    private final Memory memory;
    private final TenantTransaction transaction;
    private final FirstSteps steps;
    private final FirmLimits limits;
    private final TrialSettings allowed;

    Trying(KnownAssistants assistants, Answering answering, Memory memory, TenantTransaction transaction,
            FirstSteps steps, FirmLimits limits, TrialSettings allowed) {
        this.assistants = assistants;
        this.answering = answering;
        this.memory = memory;
        this.transaction = transaction;
        this.steps = steps;
        this.limits = limits;
        this.allowed = allowed;
    }

    /** Also while the assistant is off. */
    Mono<Trial> answer(Insider caller, Tried tried) {
        TenantId tenant = caller.tenant();
        return admit(tenant)
                .then(Mono.defer(() -> attempt(tenant, tried)))
                .delayUntil(trial -> noted(caller))
                .onErrorMap(failure -> !(failure instanceof ProblemException), failure -> failed(tenant, failure));
    }

    /** Else this were a way to be answered without end and without a bill. */
    private Mono<Void> admit(TenantId tenant) {
        String key = "trial:{" + tenant + "}:";
        return limits.take(List.of(new Window(key + "minute", allowed.perMinute(), Duration.ofMinutes(1)),
                new Window(key + "day", allowed.perDay(), Duration.ofDays(1))),
                "The assistant was tried so often that this question has to wait.");
    }

    private Mono<Trial> attempt(TenantId tenant, Tried tried) {
        return Mono.zip(settings(tenant, tried), locale(tenant, tried), (settings, locale) -> answer(
                memory.question(tenant, tried.text(), locale, settings, tried.history()), settings))
                .flatMap(trial -> trial);
    }

    /** It is the members' step, and none that an answer is withheld for. */
    private Mono<Void> noted(Insider caller) {
        return switch (caller) {
            case Member member -> steps.tried(member.tenant()).onErrorResume(failure -> {
                log.warn("That the assistant of tenant {} was tried could not be noted", member.tenant(), failure);
                return Mono.empty();
            });
            case ActingOperator acting -> Mono.empty();
            case Backend backend -> Mono.empty();
        };
    }

    private Mono<AssistantSettings> settings(TenantId tenant, Tried tried) {
        return tried.draft()
                ? assistants.draft(tenant)
                : assistants.inForce(tenant).map(AssistantInForce::settings);
    }

    private Mono<Trial> answer(Question question, AssistantSettings settings) {
        AnswerTrace trace = new AnswerTrace();
        long begunNanos = System.nanoTime();
        return answering.answer(question, settings, trace)
                .collectList()
                .map(parts -> Trial.of(text(parts), (AnswerPart.End) parts.getLast(), trace,
                        Duration.ofNanos(System.nanoTime() - begunNanos)));
    }

    private static String text(List<AnswerPart> parts) {
        return parts.stream()
                .map(part -> switch (part) {
                    case AnswerPart.Piece piece -> piece.text();
                    case AnswerPart.End end -> "";
                })
                .collect(Collectors.joining());
    }

    private Mono<String> locale(TenantId tenant, Tried tried) {
        return tried.locale() != null
                ? Mono.just(tried.locale())
                : transaction.in(tenant,
                        db -> db.sql(DEFAULT_LOCALE).bind("tenant", tenant.value()).mapValue(String.class).one());
    }

    private static ProblemException failed(TenantId tenant, Throwable failure) {
        log.error("The assistant of tenant {} could not be tried", tenant, failure);
        return ProblemException.retryLater(ProblemType.UNAVAILABLE,
                "The assistant could not answer just now. Please try again.", Duration.ofSeconds(2));
    }
}
