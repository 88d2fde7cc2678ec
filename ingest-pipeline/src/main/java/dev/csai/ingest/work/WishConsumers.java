package dev.csai.ingest.work;

import dev.csai.shared.db.TenantTransactions;
import dev.csai.shared.message.DocumentDeleted;
import dev.csai.shared.message.DocumentReprocessingRequested;
import dev.csai.shared.message.DocumentUploaded;
import dev.csai.shared.message.JobRestartRequested;
import dev.csai.shared.message.KnowledgeWritten;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the broker tells. A message is acknowledged when its wish is stored; the work itself never holds one up. */
@Configuration(proxyBeanMethods = false)
class WishConsumers {

    @Bean
    Wishes wishes(TenantTransactions transactions, JdbcClient jdbcClient, Clock clock) {
        return new Wishes(transactions, jdbcClient, clock);
    }

    @Bean
    Consumer<DocumentUploaded> documentUploaded(Wishes wishes, Workers workers) {
        return message -> {
            wishes.accept(message);
            workers.wake();
        };
    }

    @Bean
    Consumer<DocumentReprocessingRequested> documentReprocessingRequested(Wishes wishes, Workers workers) {
        return message -> {
            wishes.accept(message);
            workers.wake();
        };
    }

    @Bean
    Consumer<KnowledgeWritten> knowledgeWritten(Wishes wishes, Workers workers) {
        return message -> {
            wishes.accept(message);
            workers.wake();
        };
    }

    @Bean
    Consumer<DocumentDeleted> documentDeleted(Wishes wishes, Workers workers) {
        return message -> {
            wishes.accept(message);
            workers.wake();
        };
    }

    @Bean
    Restarts restarts(@Qualifier("systemJdbc") JdbcClient system, TenantTransactions transactions,
            JdbcClient jdbcClient) {
        return new Restarts(system, transactions, jdbcClient);
    }

    @Bean
    Consumer<JobRestartRequested> jobRestartRequested(Restarts restarts, Workers workers) {
        return message -> {
            restarts.accept(message);
            workers.wake();
        };
    }
}
