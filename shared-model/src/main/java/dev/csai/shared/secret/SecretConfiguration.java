package dev.csai.shared.secret;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/** The sealer of the app that imports this. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretConfiguration.SecretSettings.class)
public class SecretConfiguration {

    /**
     * @param key 32 bytes in Base64; every process that seals or opens has the same, and there is no default
     */
    @Validated
    @ConfigurationProperties("csai.secrets")
    record SecretSettings(@NotBlank String key) {

        @Override
        public String toString() {
            return "SecretSettings[key withheld]";
        }
    }

    @Bean
    Sealer sealer(SecretSettings settings) {
        return new Sealer(settings.key());
    }
}
