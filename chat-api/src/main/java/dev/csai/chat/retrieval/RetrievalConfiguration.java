package dev.csai.chat.retrieval;

import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.db.VectorSettings;
import dev.csai.shared.embedding.Embedder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VectorSettings.class)
class RetrievalConfiguration {

    @Bean(destroyMethod = "close")
    QuestionVectors questionVectors(Embedder embedder) {
        return new QuestionVectors(embedder);
    }

    @Bean
    Retrieval retrieval(TenantTransaction transaction, QuestionVectors vectors, VectorSettings settings) {
        return new Retrieval(transaction, vectors, settings.vectors());
    }
}
