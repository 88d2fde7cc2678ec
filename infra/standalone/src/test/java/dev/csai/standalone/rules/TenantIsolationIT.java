package dev.csai.standalone.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.TenantId;
import dev.csai.shared.db.TenantTransactions;
import dev.csai.shared.db.VectorForm;
import dev.csai.shared.testing.TestServices;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Two tenants take turns on one connection, as {@code csai_app}, over every tenant table: what one bound to it must not
 * be left to the next.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantIsolationIT {

    private static final int ROUNDS = 3;
    private static final String OWN = "1 rows, 0 foreign";
    private static final String NOTHING = "0 rows, 0 foreign";

    private final TwoTenants tenants = filled();
    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcClient jdbc = JdbcClient.create(pool);
    private final TenantTransactions jdbcTransactions = new TenantTransactions(new JdbcTransactionManager(pool), jdbc);
    private final AnnotationConfigApplicationContext reactive = new AnnotationConfigApplicationContext();

    @BeforeAll
    void connect() {
        pool.setJdbcUrl(tenants.database().jdbcUrl());
        pool.setUsername("csai_app");
        pool.setPassword(TestServices.APP_PASSWORD);
        pool.setMaximumPoolSize(1);
        ConnectionPool one = new ConnectionPool(ConnectionPoolConfiguration
                .builder(ConnectionFactories.get(ConnectionFactoryOptions.parse(tenants.database().r2dbcUrl()).mutate()
                        .option(ConnectionFactoryOptions.USER, "csai_app")
                        .option(ConnectionFactoryOptions.PASSWORD, TestServices.APP_PASSWORD).build()))
                .maxSize(1).build());
        reactive.registerBean(ConnectionPool.class, () -> one);
        reactive.registerBean(DatabaseClient.class, () -> DatabaseClient.create(one));
        reactive.registerBean(R2dbcTransactionManager.class, () -> new R2dbcTransactionManager(one));
        reactive.register(TenantTransaction.class);
        reactive.refresh();
    }

    @AfterAll
    void disconnect() {
        reactive.close();
        pool.close();
    }

    @Test
    void there_are_tables_to_look_at() {
        assertThat(tenants.tables()).extracting(TenantTable::name).contains("chat.tenants", "chat.documents",
                "chat.messages", "chat.outbox", "ingest.work", "ingest.vectors", "billing.usage_records");
    }

    @Test
    void on_jdbc_each_sees_its_own_row_and_without_a_tenant_there_is_none() {
        for (int round = 0; round < ROUNDS; round++) {
            for (UUID tenant : List.of(tenants.one(), tenants.other())) {
                for (TenantTable table : readable()) {
                    assertThat(jdbcTransactions.call(new TenantId(tenant), () -> single(table.count(tenant))))
                            .as(table.name()).isEqualTo(OWN);
                    assertThat(single(table.count(tenant))).as(table.name()).isEqualTo(NOTHING);
                }
            }
        }
    }

    @Test
    void on_jdbc_a_transaction_that_fails_leaves_no_tenant_behind() {
        TenantTable table = readable().getFirst();
        assertThatThrownBy(() -> jdbcTransactions.run(new TenantId(tenants.one()), () -> single("select 1 / 0")))
                .hasMessageContaining("division by zero");
        assertThat(single(table.count(tenants.one()))).isEqualTo(NOTHING);
    }

    @Test
    void on_jdbc_nobody_writes_into_another_tenants_rows() {
        for (TenantTable table : tenants.tables()) {
            if (table.insertable()) {
                assertThatThrownBy(() -> jdbcTransactions.run(new TenantId(tenants.one()),
                        () -> jdbc.sql(table.insert(tenants.other())).update()))
                        .as(table.name()).rootCause().hasMessageContaining("row-level security");
            }
            if (table.readable() && table.updatable()) {
                assertThat(jdbcTransactions.call(new TenantId(tenants.one()), () -> jdbc.sql(table.touch()).update()))
                        .as(table.name()).isEqualTo(1);
            }
        }
    }

    @Test
    void on_r2dbc_each_sees_its_own_row_and_without_a_tenant_there_is_none() {
        TenantTransaction transaction = reactive.getBean(TenantTransaction.class);
        DatabaseClient client = reactive.getBean(DatabaseClient.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (UUID tenant : List.of(tenants.one(), tenants.other())) {
                for (TenantTable table : readable()) {
                    assertThat(transaction.in(new TenantId(tenant),
                            db -> db.sql(table.count(tenant)).mapValue(String.class).one()).block())
                            .as(table.name()).isEqualTo(OWN);
                    assertThat(client.sql(table.count(tenant)).mapValue(String.class).one().block())
                            .as(table.name()).isEqualTo(NOTHING);
                }
            }
        }
    }

    @Test
    void without_its_policy_a_table_shows_foreign_rows_and_this_suite_would_see_it() throws SQLException {
        TwoTenants open = filled();
        try (var connection = open.database().connect(); Statement statement = connection.createStatement()) {
            statement.execute("drop policy tenant on chat.messages");
            statement.execute("create policy tenant on chat.messages to csai_app using (true)");
            statement.execute("set role csai_app");
            statement.execute("set app.tenant = '" + open.one() + "'");
            TenantTable messages = open.tables().stream().filter(table -> table.name().equals("chat.messages"))
                    .findFirst().orElseThrow();
            try (var row = statement.executeQuery(messages.count(open.one()))) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("2 rows, 1 foreign");
            }
        }
    }

    private List<TenantTable> readable() {
        return tenants.tables().stream().filter(TenantTable::readable).toList();
    }

    private String single(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private static TwoTenants filled() {
        try {
            return TwoTenants.in(TestServices.migratedDatabase(VectorForm.PGVECTOR));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
