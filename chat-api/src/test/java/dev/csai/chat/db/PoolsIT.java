package dev.csai.chat.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.audit.Log;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

class PoolsIT {

    /** More than there are connections of the system role. */
    private static final int PAGES = 8;

    private static final TestApp app = TestApp.shared();

    private final TenantId tenant = app.tenant(100_000);

    @Test
    void visitors_keys_are_looked_up_while_operators_wait_for_what_they_ask_of_all_tenants() throws SQLException {
        String operator = Log.operator(app);
        String key = app.seed.publishableKey(tenant, List.of());

        try (ExecutorService consoles = Executors.newVirtualThreadPerTaskExecutor();
                Connection holder = app.database.connect();
                Statement sql = holder.createStatement()) {
            holder.setAutoCommit(false);
            // The dashboard reads it, and nobody else.
            sql.execute("lock table billing.usage_records in access exclusive mode");
            for (int page = 0; page < PAGES; page++) {
                consoles.execute(() -> app.get("/v1/admin/dashboard").token(operator).send());
            }
            assertThat(app.eventually(() -> waiting() >= 2)).isTrue();

            assertThat(app.get("/v1/widget/config").key(key).send().status()).isEqualTo(200);
        }
    }

    @Test
    void no_statement_goes_on_longer_than_somebody_waits_for_it() {
        assertThat(app.context().getBean(SystemTransaction.class).in(PoolsIT::timeout).block()).isEqualTo("10s");
        assertThat(app.context().getBean(OperatorTransaction.class).in(PoolsIT::timeout).block()).isEqualTo("10s");
        assertThat(app.context().getBean(TenantTransaction.class).in(tenant, PoolsIT::timeout).block())
                .isEqualTo("15s");
    }

    private static Mono<String> timeout(DatabaseClient db) {
        return db.sql("select current_setting('statement_timeout')").mapValue(String.class).one();
    }

    private static int waiting() {
        return app.rows("select 1 from pg_locks where not granted and relation = 'billing.usage_records'::regclass")
                .size();
    }
}
