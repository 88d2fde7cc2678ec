package dev.csai.shared.egress;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The address policy of the app that imports this. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EgressSettings.class)
public class EgressConfiguration {

    @Bean
    AddressPolicy addressPolicy(EgressSettings settings) {
        return new AddressPolicy(settings.allowedHosts());
    }
}
