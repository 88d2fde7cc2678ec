package dev.csai.chat.answer;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.util.StringUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Fails a stream that ends before the model has said why it stopped: half an answer, cut off by a proxy or a dying
 * server, looks like a whole one otherwise.
 */
final class UncutChatModel implements ChatModel {

    /** What Spring AI's OpenAI client puts in the place of a reason that a chunk does not have. */
    private static final String NO_REASON = "_UNKNOWN";

    private final ChatModel model;

    UncutChatModel(ChatModel model) {
        this.model = model;
    }

    @Override
    public ChatResponse call(Prompt prompt) {
        return model.call(prompt);
    }

    @Override
    public Flux<ChatResponse> stream(Prompt prompt) {
        return Flux.defer(() -> {
            AtomicBoolean ended = new AtomicBoolean();
            return model.stream(prompt)
                    .doOnNext(response -> ended.compareAndSet(false, tellsWhyItStopped(response)))
                    .concatWith(Mono.defer(() -> ended.get()
                            ? Mono.empty()
                            : Mono.error(new IllegalStateException("the provider's stream broke off"))));
        });
    }

    private static boolean tellsWhyItStopped(ChatResponse response) {
        if (response.getResult() == null) {
            return false;
        }
        String reason = response.getResult().getMetadata().getFinishReason();
        return StringUtils.hasLength(reason) && !NO_REASON.equals(reason);
    }
}
