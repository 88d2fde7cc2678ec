package dev.csai.standalone.rules;

import com.zaxxer.hikari.HikariDataSource;
import dev.csai.shared.TenantId;
import dev.csai.shared.db.TenantTransactions;
import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.TestServices;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Asks as {@code csai_app} over a small pool of JDBC. */
final class JdbcCallers implements AutoCloseable {

    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcTemplate template = new JdbcTemplate(pool);
    private final JdbcClient jdbc = JdbcClient.create(pool);
    private final TenantTransactions transactions = new TenantTransactions(new JdbcTransactionManager(pool), jdbc);
    private final ScheduledExecutorService cutters = Executors.newScheduledThreadPool(2);

    JdbcCallers(Database database, int connections) {
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername("csai_app");
        pool.setPassword(TestServices.APP_PASSWORD);
        pool.setMaximumPoolSize(connections);
    }

    List<UUID> owners(BlindQuery query) {
        TenantId tenant = new TenantId(query.tenant());
        return switch (query.fate()) {
            case UNBOUND -> read(query);
            case READS, FAILS -> transactions.call(tenant, () -> read(query));
            case TIMED_OUT -> transactions.call(tenant, () -> {
                template.execute("set local statement_timeout = 5");
                return read(query);
            });
            case CANCELLED -> transactions.call(tenant, () -> readAndCutOff(query));
        };
    }

    int busy() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    private List<UUID> read(BlindQuery query) {
        return jdbc.sql(query.sql()).query(UUID.class).list();
    }

    private List<UUID> readAndCutOff(BlindQuery query) {
        return template.query(connection -> {
            PreparedStatement statement = connection.prepareStatement(query.sql());
            // A statement that has ended by then has nothing to be cut off.
            var _ = cutters.schedule(() -> {
                statement.cancel();
                return true;
            }, query.after().toNanos(), TimeUnit.NANOSECONDS);
            return statement;
        }, (row, number) -> row.getObject(1, UUID.class));
    }

    @Override
    public void close() {
        cutters.close();
        pool.close();
    }
}
