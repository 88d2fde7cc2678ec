package dev.csai.billing.usage;

import dev.csai.shared.db.TenantTransactions;
import dev.csai.shared.message.UsageRecorded;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class UsageConfiguration {

    @Bean
    UsageLedger usageLedger(TenantTransactions transactions, JdbcClient jdbcClient, Clock clock) {
        return new UsageLedger(transactions, jdbcClient, clock);
    }

    @Bean
    Consumer<UsageRecorded> usageRecorded(UsageLedger ledger) {
        Counter recorded = Metrics.counter("csai.usage.records", "outcome", "recorded");
        Counter repeated = Metrics.counter("csai.usage.records", "outcome", "repeated");
        return usage -> {
            int added = ledger.add(usage);
            recorded.increment(added);
            repeated.increment(usage.records().size() - added);
        };
    }
}
