package dev.csai.shared.db;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The small pool that works as {@code csai_system}: what is read before the tenant is known or across tenants. None of
 * its beans is injected unless asked for by name, so tenant work cannot take this door by accident.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SystemDatabaseConfiguration.SystemDataSourceSettings.class)
public class SystemDatabaseConfiguration {

    /** @param poolSize connections at most; the work behind them is short */
    @ConfigurationProperties("csai.system-datasource")
    public record SystemDataSourceSettings(String url, String username, String password,
            @DefaultValue("4") int poolSize) {

        @Override
        public String toString() {
            return "SystemDataSourceSettings[" + url + " as " + username + "]";
        }
    }

    @Bean(defaultCandidate = false, destroyMethod = "close")
    HikariDataSource systemDataSource(SystemDataSourceSettings settings) {
        var pool = new HikariDataSource();
        pool.setPoolName("csai-system");
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.username());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(settings.poolSize());
        return pool;
    }

    @Bean(defaultCandidate = false)
    JdbcClient systemJdbc(@Qualifier("systemDataSource") DataSource systemDataSource) {
        return JdbcClient.create(systemDataSource);
    }

    @Bean(defaultCandidate = false)
    JdbcTransactionManager systemTransactionManager(@Qualifier("systemDataSource") DataSource systemDataSource) {
        return new JdbcTransactionManager(systemDataSource);
    }

    @Bean(defaultCandidate = false)
    TransactionTemplate systemTransactions(
            @Qualifier("systemTransactionManager") PlatformTransactionManager systemTransactionManager) {
        return new TransactionTemplate(systemTransactionManager);
    }
}
