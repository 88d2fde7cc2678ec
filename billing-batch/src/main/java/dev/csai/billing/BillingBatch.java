package dev.csai.billing;

import dev.csai.shared.db.TenantDatabaseConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The ledger: what was used, and later what it costs. */
@SpringBootApplication
@Import(TenantDatabaseConfiguration.class)
public class BillingBatch {

    /** Several apps may share a class path, so each reads a configuration file of its own name. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(BillingBatch.class).properties("spring.config.name=billing-batch");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
