package dev.csai.ingest.work;

import dev.csai.shared.db.TenantTransactions;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkSettings.class)
class WorkConfiguration {

    @Bean
    HeldWork heldWork(TenantTransactions transactions, JdbcClient jdbcClient, Clock clock) {
        return new HeldWork(transactions, jdbcClient, clock);
    }

    @Bean
    WorkQueue workQueue(@Qualifier("systemJdbc") JdbcClient system,
            @Qualifier("systemTransactions") TransactionTemplate systemTransactions, WorkSettings settings) {
        return new WorkQueue(system, systemTransactions, settings.lease());
    }

    @Bean
    Workers workers(WorkQueue queue, HeldWork held, WorkSettings settings, List<WorkDoer> doers) {
        return new Workers(queue, new Worker(queue, held, settings, doers), settings);
    }
}
