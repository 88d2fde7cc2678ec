package dev.csai.standalone.broker;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Made by Spring Cloud Stream as a child of the app's context, from whose transactions it sends. */
@Configuration(proxyBeanMethods = false)
class PostgresBinderConfiguration {

    /** Messages cross tenants, so an app with several pools lends the one that works as {@code csai_system}. */
    private static DataSource choose(ObjectProvider<DataSource> system, ObjectProvider<DataSource> any) {
        DataSource lent = system.getIfAvailable();
        return lent == null ? any.getObject() : lent;
    }

    @Bean
    MessageTable messageTable(@Qualifier("systemDataSource") ObjectProvider<DataSource> system,
            ObjectProvider<DataSource> any) {
        return new MessageTable(JdbcClient.create(choose(system, any)), JsonMapper.shared());
    }

    @Bean
    BrokerSession brokerSession(@Qualifier("systemDataSource") ObjectProvider<DataSource> system,
            ObjectProvider<DataSource> any, MessageTable messages) {
        return new BrokerSession(choose(system, any), messages);
    }

    @Bean
    PostgresBinder postgresBinder(MessageTable messages, BrokerSession session,
            @Value("${csai.broker.delivery-limit:5}") int deliveryLimit) {
        return new PostgresBinder(messages, session, deliveryLimit);
    }
}
