package dev.csai.shared.embedding;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The model in process, for the apps that embed to import. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbeddingSettings.class)
public class EmbeddingConfiguration {

    @Bean
    MiniLmEmbeddingModel miniLmEmbeddingModel(EmbeddingSettings settings) {
        return new MiniLmEmbeddingModel(settings.threads());
    }

    @Bean
    Embedder embedder(MiniLmEmbeddingModel model) {
        return Embedder.of(model);
    }
}
