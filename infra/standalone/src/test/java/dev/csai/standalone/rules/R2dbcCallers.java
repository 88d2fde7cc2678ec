package dev.csai.standalone.rules;

import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.TenantId;
import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.TestServices;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Asks as {@code csai_app} over a small pool of R2DBC. */
final class R2dbcCallers implements AutoCloseable {

    private static final String SHORT = ", set_config('statement_timeout', '5', true)";

    private final ConnectionPool pool;
    private final DatabaseClient client;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    R2dbcCallers(Database database, int connections) {
        pool = new ConnectionPool(ConnectionPoolConfiguration
                .builder(ConnectionFactories.get(ConnectionFactoryOptions.parse(database.r2dbcUrl()).mutate()
                        .option(ConnectionFactoryOptions.USER, "csai_app")
                        .option(ConnectionFactoryOptions.PASSWORD, TestServices.APP_PASSWORD).build()))
                .maxSize(connections).build());
        client = DatabaseClient.create(pool);
        context.registerBean(DatabaseClient.class, () -> client);
        context.registerBean(R2dbcTransactionManager.class, () -> new R2dbcTransactionManager(pool));
        context.register(TenantTransaction.class);
        context.refresh();
    }

    /** Empty when it was cut off. */
    Mono<List<UUID>> owners(BlindQuery query) {
        TenantTransaction transaction = context.getBean(TenantTransaction.class);
        TenantId tenant = new TenantId(query.tenant());
        return switch (query.fate()) {
            case UNBOUND -> read(client, query);
            case READS, FAILS -> transaction.in(tenant, db -> read(db, query));
            case TIMED_OUT -> transaction.in(tenant, SHORT, db -> read(db, query));
            case CANCELLED -> transaction.in(tenant, db -> read(db, query)).take(query.after());
        };
    }

    int busy() {
        return pool.getMetrics().map(metrics -> metrics.acquiredSize()).orElseThrow();
    }

    private static Mono<List<UUID>> read(DatabaseClient db, BlindQuery query) {
        return db.sql(query.sql()).mapValue(UUID.class).all().collectList();
    }

    @Override
    public void close() {
        context.close();
        pool.dispose();
    }
}
