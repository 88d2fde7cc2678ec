package dev.csai.ingest.embed;

import dev.csai.shared.embedding.Embedder;
import dev.csai.shared.embedding.MiniLmEmbeddingModel;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The model that needs nothing but the JDK, one core for each text and as many texts at once as there are cores. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbeddingSettings.class)
class EmbedConfiguration {

    @Bean
    MiniLmEmbeddingModel miniLm() {
        return new MiniLmEmbeddingModel(1);
    }

    @Bean
    Vectors vectors(MiniLmEmbeddingModel miniLm) {
        return new Vectors(Embedder.of(miniLm), miniLm::tokens);
    }

    /** All workers share it, so however many documents are worked on, the cores are not asked for more. */
    @Bean(defaultCandidate = false)
    ThreadPoolTaskExecutor embeddingExecutor(EmbeddingSettings settings) {
        var executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("embed-");
        executor.setCorePoolSize(settings.threadCount());
        executor.setMaxPoolSize(settings.threadCount());
        return executor;
    }
}
