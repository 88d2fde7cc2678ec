package dev.csai.chat.db;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Connections of {@code csai_system} for one purpose. */
final class SystemPool {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ConnectionPool pool;
    private final DatabaseClient client;
    private final TransactionalOperator operator;

    SystemPool(SystemR2dbcSettings settings, int connections) {
        this.pool = new ConnectionPool(ConnectionPoolConfiguration
                .builder(ConnectionFactories.get(ConnectionFactoryOptions.parse(settings.url()).mutate()
                        .option(ConnectionFactoryOptions.USER, settings.username())
                        .option(ConnectionFactoryOptions.PASSWORD, settings.password())
                        // A statement that nobody waits for any more is not cancelled: its connection waits for its end.
                        .option(ConnectionFactoryOptions.STATEMENT_TIMEOUT, LIMIT)
                        .build()))
                .initialSize(0)
                .maxSize(connections)
                .maxAcquireTime(LIMIT)
                .build());
        this.client = DatabaseClient.create(pool);
        this.operator = TransactionalOperator.create(new R2dbcTransactionManager(pool));
    }

    <T> Mono<T> in(Function<DatabaseClient, Mono<T>> work) {
        return Mono.defer(() -> work.apply(client)).as(operator::transactional).timeout(LIMIT);
    }

    void close() {
        pool.dispose();
    }
}
