package dev.csai.chat.db;

import io.r2dbc.spi.ConnectionFactoryOptions;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pool for tenants' work, which nothing uses but {@link TenantTransaction}. */
@Configuration(proxyBeanMethods = false)
class TenantPoolConfiguration {

    /** A statement that nobody waits for any more is not cancelled: its connection waits for its end. */
    @Bean
    ConnectionFactoryOptionsBuilderCustomizer noStatementOutlivesItsTransaction() {
        return options -> options.option(ConnectionFactoryOptions.STATEMENT_TIMEOUT, TenantTransaction.LIMIT);
    }
}
