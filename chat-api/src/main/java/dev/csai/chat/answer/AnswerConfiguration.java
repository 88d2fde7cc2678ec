package dev.csai.chat.answer;

import dev.csai.chat.retrieval.Retrieval;
import dev.csai.shared.embedding.Embedder;
import dev.csai.shared.embedding.MiniLmEmbeddingModel;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keyless defaults: MiniLM in process for the questions, the extractive assistant for the answers. */
@Configuration(proxyBeanMethods = false)
class AnswerConfiguration {

    /** @param threads processors one embedding may use; questions are short, so one is enough */
    @ConfigurationProperties("csai.embedding")
    record EmbeddingSettings(@DefaultValue("1") int threads) {}

    @Bean(destroyMethod = "close")
    MiniLmEmbeddingModel miniLm(EmbeddingSettings settings) {
        return new MiniLmEmbeddingModel(settings.threads());
    }

    @Bean
    @ConditionalOnMissingBean
    Embedder embedder(MiniLmEmbeddingModel miniLm) {
        return Embedder.of(miniLm);
    }

    @Bean
    @ConditionalOnMissingBean
    ChatModel extractiveChatModel(MiniLmEmbeddingModel miniLm) {
        return new ExtractiveChatModel(miniLm::tokens);
    }

    @Bean
    Answering answering(Retrieval retrieval, ChatModel model) {
        return new Answering(retrieval::find, new FollowUp(), model);
    }
}
