package dev.csai.billing;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The ledger: what was used, and later what it costs. */
@SpringBootApplication
public class BillingBatch {

    /** Several apps may share a class path, so each reads a configuration file of its own name. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(BillingBatch.class).properties("spring.config.name=billing-batch");
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
