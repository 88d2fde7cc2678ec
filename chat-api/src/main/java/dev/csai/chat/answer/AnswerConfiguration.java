package dev.csai.chat.answer;

import dev.csai.chat.assistant.PlatformModel;
import dev.csai.chat.retrieval.Retrieval;
import dev.csai.shared.embedding.EmbeddingConfiguration;
import dev.csai.shared.embedding.MiniLmEmbeddingModel;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The keyless defaults: MiniLM in process for the questions, the extractive assistant for the answers. */
@Configuration(proxyBeanMethods = false)
@Import(EmbeddingConfiguration.class)
class AnswerConfiguration {

    @Bean
    @ConditionalOnProperty(name = "csai.model.provider", havingValue = "none", matchIfMissing = true)
    ChatModel extractiveChatModel(MiniLmEmbeddingModel miniLm) {
        return new ExtractiveChatModel(miniLm::tokens);
    }

    @Bean
    @ConditionalOnProperty(name = "csai.model.provider", havingValue = "none", matchIfMissing = true)
    PlatformModel extractiveModel() {
        return new PlatformModel(ExtractiveChatModel.NAME, false);
    }

    @Bean
    Answering answering(Retrieval retrieval, ChatModel model) {
        return new Answering(retrieval::find, new FollowUp(), model);
    }
}
