package dev.csai.chat.retrieval;

import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.embedding.Embedder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RetrievalConfiguration {

    @Bean(destroyMethod = "close")
    QuestionVectors questionVectors(Embedder embedder) {
        return new QuestionVectors(embedder);
    }

    @Bean
    Retrieval retrieval(TenantTransaction transaction, QuestionVectors vectors) {
        return new Retrieval(transaction, vectors);
    }
}
