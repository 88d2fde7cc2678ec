package dev.csai.standalone.broker;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.integration.autoconfigure.IntegrationAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.cloud.function.cloudevent.CloudEventsFunctionExtensionConfiguration;
import org.springframework.cloud.function.context.config.ContextFunctionCatalogAutoConfiguration;
import org.springframework.cloud.stream.config.BindingServiceConfiguration;
import org.springframework.cloud.stream.function.FunctionConfiguration;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A small app with both binders on its class path, as the real ones have, and of the rest only what messages need. */
record BrokerApp(ConfigurableApplicationContext context) implements AutoCloseable {

    static final String PASSWORD = "a-password-of-tests";

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
            JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, JacksonAutoConfiguration.class,
            IntegrationAutoConfiguration.class, ContextFunctionCatalogAutoConfiguration.class,
            CloudEventsFunctionExtensionConfiguration.class,
            BindingServiceConfiguration.class, FunctionConfiguration.class})
    static class App {}

    static BrokerApp publisher(String jdbcUrl) {
        return start(jdbcUrl, Map.of(), new Listener());
    }

    static BrokerApp consumer(String jdbcUrl, String destination, String group, Listener listener) {
        return start(jdbcUrl, Map.of(
                "spring.cloud.function.definition", "listener",
                "spring.cloud.stream.bindings.listener-in-0.destination", destination,
                "spring.cloud.stream.bindings.listener-in-0.group", group,
                "spring.cloud.stream.bindings.listener-in-0.consumer.concurrency", "2",
                "spring.cloud.stream.bindings.listener-in-0.consumer.back-off-initial-interval", "20"), listener);
    }

    private static BrokerApp start(String jdbcUrl, Map<String, Object> properties, Listener listener) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("spring.cloud.stream.default-binder", "postgres");
        all.put("spring.datasource.url", jdbcUrl);
        all.put("spring.datasource.username", "csai_system");
        all.put("spring.datasource.password", PASSWORD);
        all.put("spring.datasource.hikari.maximum-pool-size", "6");
        return new BrokerApp(new SpringApplicationBuilder(App.class).web(WebApplicationType.NONE).properties(all)
                .initializers(context -> ((GenericApplicationContext) context).registerBean("listener", Listener.class,
                        () -> listener))
                .run());
    }

    void send(String destination, String text) {
        context.getBean(StreamBridge.class).send(destination,
                MessageBuilder.withPayload(text).setHeader("csaiTenantId", "t1").build());
    }

    TransactionTemplate transactions() {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
