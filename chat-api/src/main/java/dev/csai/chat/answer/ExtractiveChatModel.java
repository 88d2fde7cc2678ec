package dev.csai.chat.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Answers without any provider: with the sentences of the passages that fit the question best, word for word, each
 * with its citation. Also what is left when every provider is down.
 */
final class ExtractiveChatModel implements ChatModel {

    static final String NAME = "csai-extractive-1";
    private static final Pattern WORDS = Pattern.compile("\\S+\\s*|\\s+");

    private final ToIntFunction<String> tokens;

    ExtractiveChatModel(ToIntFunction<String> tokens) {
        this.tokens = tokens;
    }

    @Override
    public ChatResponse call(Prompt prompt) {
        String text = compose(prompt);
        return response(text, usage(prompt, text));
    }

    /** Word by word, as a model would; the last response carries the usage. */
    @Override
    public Flux<ChatResponse> stream(Prompt prompt) {
        return Mono.fromCallable(() -> compose(prompt))
                .subscribeOn(Schedulers.parallel())
                .flatMapIterable(text -> responses(prompt, text));
    }

    private List<ChatResponse> responses(Prompt prompt, String text) {
        List<ChatResponse> responses = new ArrayList<>(WORDS.matcher(text).results().map(MatchResult::group)
                .map(word -> response(word, new DefaultUsage(0, 0)))
                .toList());
        responses.add(response("", usage(prompt, text)));
        return responses;
    }

    private static String compose(Prompt prompt) {
        Grounding grounding = Grounding.read(prompt);
        StringBuilder text = new StringBuilder();
        for (BestSentences.Pick pick : BestSentences.pick(grounding.question(), grounding.language(),
                grounding.passages())) {
            text.append(text.isEmpty() ? "" : " ").append(pick.sentence()).append(" [").append(pick.passage() + 1)
                    .append(']');
        }
        return text.isEmpty() ? ModelAnswer.NO_ANSWER : text.toString();
    }

    /** It follows no instructions, so nobody pays for its reading them. */
    private DefaultUsage usage(Prompt prompt, String text) {
        String read = prompt.getInstructions().stream()
                .filter(message -> message.getMessageType() != MessageType.SYSTEM)
                .map(message -> String.valueOf(message.getText()))
                .collect(Collectors.joining("\n"));
        return new DefaultUsage(tokens.applyAsInt(read), tokens.applyAsInt(text));
    }

    private static ChatResponse response(String text, DefaultUsage usage) {
        return new ChatResponse(List.of(new Generation(new AssistantMessage(text))),
                ChatResponseMetadata.builder().model(NAME).usage(usage).build());
    }
}
