package dev.csai.chat.answer;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.util.StringUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks another model when the first fails before it has said a word. Once a word was said the answer cannot be begun
 * anew, and the failure is the caller's.
 */
final class FallbackChatModel implements ChatModel {

    private static final Logger log = LoggerFactory.getLogger(FallbackChatModel.class);

    private final ChatModel first;
    private final ChatModel second;
    private final Duration firstWordWithin;

    FallbackChatModel(ChatModel first, ChatModel second, Duration firstWordWithin) {
        this.first = first;
        this.second = second;
        this.firstWordWithin = firstWordWithin;
    }

    @Override
    public ChatResponse call(Prompt prompt) {
        try {
            return first.call(prompt);
        } catch (RuntimeException e) {
            return secondAfter(e).call(prompt);
        }
    }

    @Override
    public Flux<ChatResponse> stream(Prompt prompt) {
        return Flux.defer(() -> {
            AtomicBoolean spoken = new AtomicBoolean();
            return first.stream(prompt)
                    .doOnNext(response -> spoken.compareAndSet(false, hasText(response)))
                    .timeout(silence(spoken), response -> silence(spoken))
                    .onErrorResume(failure -> !spoken.get(), failure -> secondAfter(failure).stream(prompt));
        });
    }

    /** Ends when the first word is overdue; never, once it was said. */
    private Mono<Long> silence(AtomicBoolean spoken) {
        return spoken.get() ? Mono.never() : Mono.delay(firstWordWithin);
    }

    private ChatModel secondAfter(Throwable failure) {
        String reason = failure instanceof TimeoutException
                ? "it said nothing within " + firstWordWithin
                : failure.toString();
        log.warn("The model provider gives no answer, the fallback does: {}", reason);
        return second;
    }

    private static boolean hasText(ChatResponse response) {
        return response.getResult() != null && StringUtils.hasLength(response.getResult().getOutput().getText());
    }
}
