package dev.csai.shared.db;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The form of vectors, for apps that write or compare them; they start only where the database has the same. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VectorSettings.class)
public class VectorConfiguration {

    @Bean
    VectorFormCheck vectorFormCheck(@Qualifier("systemJdbc") JdbcClient systemJdbc, VectorSettings settings) {
        return new VectorFormCheck(systemJdbc, settings.vectors());
    }
}
