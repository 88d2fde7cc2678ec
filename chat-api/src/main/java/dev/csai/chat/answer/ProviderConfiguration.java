package dev.csai.chat.answer;

import dev.csai.chat.assistant.PlatformModel;
import dev.csai.shared.embedding.MiniLmEmbeddingModel;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A generative model in place of the extractive assistant, which stays behind it for when the provider is down. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "csai.model.provider", havingValue = "openai")
class ProviderConfiguration {

    private static final int RETRIES = 1;

    @Bean
    ChatModel providedChatModel(ModelSettings settings, MiniLmEmbeddingModel miniLm) {
        return new FallbackChatModel(new UncutChatModel(new OptionedChatModel(provider(settings))),
                new ExtractiveChatModel(miniLm::tokens),
                settings.firstWordWithin());
    }

    @Bean
    PlatformModel providedModel(ModelSettings settings) {
        return new PlatformModel(settings.name(), true);
    }

    private static OpenAiChatModel provider(ModelSettings settings) {
        if (settings.name().isBlank()) {
            throw new IllegalStateException("csai.model.name must name the model of the provider");
        }
        return OpenAiChatModel.builder()
                .options(OpenAiChatOptions.builder()
                        .baseUrl(settings.baseUrl().toString())
                        .apiKey(settings.apiKey())
                        .model(settings.name())
                        .streamUsage(true)
                        .timeout(settings.timeout())
                        .maxRetries(RETRIES)
                        .build())
                .build();
    }
}
