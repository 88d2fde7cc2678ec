package dev.csai.shared.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.csai.shared.Ids;
import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.TestServices;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxRelayIT {

    @Test
    void a_row_is_published_although_an_error_came_up_at_the_first_try() {
        Database database = TestServices.migratedDatabase();
        var source = new DriverManagerDataSource(database.jdbcUrl(), "csai_system", TestServices.SYSTEM_PASSWORD);
        JdbcClient system = JdbcClient.create(source);
        UUID id = write(database);
        AtomicInteger tries = new AtomicInteger();
        List<UUID> published = new CopyOnWriteArrayList<>();
        OutboxRelay relay = new OutboxRelay("ingest", system,
                new TransactionTemplate(new JdbcTransactionManager(source)), rows -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new LinkageError("once");
                    }
                    rows.forEach(row -> published.add(row.id()));
                });
        relay.start();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> !published.isEmpty());
        } finally {
            relay.stop();
        }
        assertThat(published).containsExactly(id);
        assertThat(system.sql("select count(*) from ingest.outbox").query(Long.class).single()).isZero();
    }

    private static UUID write(Database database) {
        UUID id = Ids.next();
        JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password()))
                .sql(Outbox.insertInto("ingest"))
                .param("id", id)
                .param("tenant", Ids.next())
                .param("destination", "csai.somewhere")
                .param("payload", "{}")
                .update();
        return id;
    }
}
