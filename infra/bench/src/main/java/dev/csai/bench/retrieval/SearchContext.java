package dev.csai.bench.retrieval;

import dev.csai.shared.embedding.Embedder;
import dev.csai.shared.embedding.MiniLmEmbeddingModel;
import dev.csai.shared.text.Language;
import io.r2dbc.spi.ConnectionFactory;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.r2dbc.core.DatabaseClient;

/** Of chat-api nothing but the search and its transactions, with chat-api's own pool and settings. */
@Configuration(proxyBeanMethods = false)
@ComponentScan({"dev.csai.chat.retrieval", "dev.csai.chat.db"})
@ConfigurationPropertiesScan({"dev.csai.chat.retrieval", "dev.csai.chat.db"})
@ImportAutoConfiguration({R2dbcAutoConfiguration.class, R2dbcTransactionManagerAutoConfiguration.class})
class SearchContext {

    @Bean
    GeneratedEmbeddings generatedEmbeddings() {
        return new GeneratedEmbeddings();
    }

    @Bean
    Embedder embedder(GeneratedEmbeddings embeddings) {
        return new Embedder(embeddings, MiniLmEmbeddingModel.NAME, Set.of(Language.ENGLISH));
    }

    @Bean
    DatabaseClient databaseClient(ConnectionFactory connections) {
        return DatabaseClient.create(connections);
    }

    static ConfigurableApplicationContext start(Map<String, Object> settings) {
        return new SpringApplicationBuilder(SearchContext.class)
                .bannerMode(Banner.Mode.OFF)
                .properties("spring.config.name=chat-api", "logging.level.root=WARN")
                .initializers(context -> context.getEnvironment().getPropertySources()
                        .addFirst(new MapPropertySource("bench", settings)))
                // An argument, for it must outdo chat-api's own file.
                .run("--spring.main.web-application-type=none");
    }
}
