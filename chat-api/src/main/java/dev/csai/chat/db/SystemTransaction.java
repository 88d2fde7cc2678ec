package dev.csai.chat.db;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * One transaction as {@code csai_system}: for what is read before the tenant is known (keys, log-in) and what crosses
 * tenants. Its pool is small and its own, so that nothing of the app role's pool ever runs with it.
 */
@Component
public class SystemTransaction implements DisposableBean {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int CONNECTIONS = 4;

    private final ConnectionPool pool;
    private final DatabaseClient client;
    private final TransactionalOperator operator;

    SystemTransaction(SystemR2dbcSettings settings) {
        this.pool = new ConnectionPool(ConnectionPoolConfiguration
                .builder(ConnectionFactories.get(ConnectionFactoryOptions.parse(settings.url()).mutate()
                        .option(ConnectionFactoryOptions.USER, settings.username())
                        .option(ConnectionFactoryOptions.PASSWORD, settings.password())
                        .build()))
                .initialSize(0)
                .maxSize(CONNECTIONS)
                .maxAcquireTime(LIMIT)
                .build());
        this.client = DatabaseClient.create(pool);
        this.operator = TransactionalOperator.create(new R2dbcTransactionManager(pool));
    }

    public <T> Mono<T> in(Function<DatabaseClient, Mono<T>> work) {
        return Mono.defer(() -> work.apply(client)).as(operator::transactional).timeout(LIMIT);
    }

    @Override
    public void destroy() {
        pool.dispose();
    }
}
