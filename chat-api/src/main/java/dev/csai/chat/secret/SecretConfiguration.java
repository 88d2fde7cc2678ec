package dev.csai.chat.secret;

import dev.csai.shared.secret.Sealer;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

@Configuration(proxyBeanMethods = false)
class SecretConfiguration {

    /**
     * @param key 32 bytes in Base64; every replica has the same, and there is no default
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
