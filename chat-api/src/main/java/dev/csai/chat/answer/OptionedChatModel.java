package dev.csai.chat.answer;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import reactor.core.publisher.Flux;

/**
 * Lays the options of a prompt over those that the provider was configured with; Spring AI's OpenAI client takes the
 * options of a prompt, if it has any, for all there are.
 */
final class OptionedChatModel implements ChatModel {

    private final OpenAiChatModel model;

    OptionedChatModel(OpenAiChatModel model) {
        this.model = model;
    }

    @Override
    public ChatResponse call(Prompt prompt) {
        return model.call(whole(prompt));
    }

    @Override
    public Flux<ChatResponse> stream(Prompt prompt) {
        return model.stream(whole(prompt));
    }

    private Prompt whole(Prompt prompt) {
        return new Prompt(prompt.getInstructions(), over(prompt.getOptions()));
    }

    private OpenAiChatOptions over(@Nullable ChatOptions wished) {
        OpenAiChatOptions.Builder whole = model.getOptions().mutate();
        if (wished != null) {
            if (wished.getModel() != null) {
                whole.model(wished.getModel());
            }
            whole.temperature(wished.getTemperature()).maxTokens(wished.getMaxTokens());
        }
        return whole.build();
    }
}
