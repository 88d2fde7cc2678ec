package dev.csai.shared.outbox;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The relay of the app that imports this. The app gives {@code systemJdbc} and {@code systemTransactions}, which work
 * as {@code csai_system}: the relay crosses tenants.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxConfiguration.OutboxSettings.class)
public class OutboxConfiguration {

    /**
     * @param schema whose {@code outbox} table is relayed
     * @param confirms whether the broker confirms after the send returns, as RabbitMQ does
     * @param confirmTimeout how long the confirms of one batch may take
     */
    @ConfigurationProperties("csai.outbox")
    public record OutboxSettings(String schema, @DefaultValue("true") boolean confirms,
            @DefaultValue("5s") Duration confirmTimeout) {}

    @Bean
    @ConditionalOnProperty(name = "csai.outbox.confirms", havingValue = "true", matchIfMissing = true)
    MessagePublisher confirmedPublisher(StreamBridge bridge, OutboxSettings settings) {
        return new ConfirmedPublisher(bridge, settings.confirmTimeout());
    }

    @Bean
    @ConditionalOnProperty(name = "csai.outbox.confirms", havingValue = "false")
    MessagePublisher streamPublisher(StreamBridge bridge) {
        return new StreamPublisher(bridge);
    }

    @Bean
    OutboxRelay outboxRelay(OutboxSettings settings, @Qualifier("systemJdbc") JdbcClient system,
            @Qualifier("systemTransactions") TransactionTemplate transactions, MessagePublisher publisher) {
        return new OutboxRelay(settings.schema(), system, transactions, publisher);
    }
}
