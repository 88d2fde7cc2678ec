package dev.csai.shared.db;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The database of an app that works with JDBC: {@code spring.datasource} is {@code csai_app} and the default, beside it
 * stands the system pool.
 */
@Configuration(proxyBeanMethods = false)
@Import(SystemDatabaseConfiguration.class)
public class TenantDatabaseConfiguration {

    @Bean
    TenantTransactions tenantTransactions(PlatformTransactionManager transactionManager, JdbcClient jdbcClient) {
        return new TenantTransactions(transactionManager, jdbcClient);
    }
}
