package dev.csai.ingest.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.db.TenantTransactions;
import dev.csai.shared.message.DocumentUploaded;
import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.TestServices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class WorkersIT {

    private static final WorkSettings SETTINGS = new WorkSettings(1, Duration.ofHours(1), Duration.ofMillis(50), 3,
            Duration.ZERO, Duration.ofHours(1));

    private final List<HikariDataSource> pools = new ArrayList<>();
    private Database database;
    private Wishes wishes;
    private HeldWork held;
    private WorkQueue queue;

    @BeforeEach
    void open() {
        database = TestServices.migratedDatabase();
        HikariDataSource app = pool("csai_app", TestServices.APP_PASSWORD);
        var transactions = new TenantTransactions(new JdbcTransactionManager(app), JdbcClient.create(app));
        wishes = new Wishes(transactions, JdbcClient.create(app), Clock.systemUTC());
        held = new HeldWork(transactions, JdbcClient.create(app), Clock.systemUTC());
        HikariDataSource system = pool("csai_system", TestServices.SYSTEM_PASSWORD);
        queue = new WorkQueue(JdbcClient.create(system), new TransactionTemplate(new JdbcTransactionManager(system)),
                SETTINGS.lease());
    }

    @AfterEach
    void close() {
        pools.forEach(HikariDataSource::close);
    }

    @Test
    void an_error_is_a_failed_attempt_and_the_only_worker_works_on() {
        upload("once.txt");
        upload("always.txt");
        upload("never.txt");
        Workers workers = workers(work -> work.fileName().equals("always.txt")
                || (work.fileName().equals("once.txt") && work.attempts() == 1));
        workers.start();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> outcomes().size() == 3);
        } finally {
            workers.stop();
        }
        assertThat(outcomes()).containsExactly("always.txt failed 3", "never.txt completed 1", "once.txt completed 2");
    }

    private Workers workers(Predicate<Work> stumbles) {
        List<WorkDoer> doers = List.of(new Stumbling(Work.Kind.INGEST, stumbles),
                new Stumbling(Work.Kind.PURGE, stumbles));
        return new Workers(queue, new Worker(queue, held, SETTINGS, doers), SETTINGS);
    }

    private List<String> outcomes() {
        return JdbcClient
                .create(new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password()))
                .sql("""
                        select file_name || ' ' || outcome || ' ' || attempts from ingest.work
                        where finished_at is not null order by file_name""")
                .query(String.class).list();
    }

    private void upload(String name) {
        TenantId tenant = new TenantId(Ids.next());
        UUID document = Ids.next();
        wishes.accept(new DocumentUploaded(Ids.next(), tenant.value(), Instant.EPOCH, document, name,
                tenant + "/" + document, "0".repeat(64), 1));
    }

    private HikariDataSource pool(String role, String password) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(role);
        pool.setPassword(password);
        pool.setMaximumPoolSize(4);
        pools.add(pool);
        return pool;
    }

    /** Meets an error at some of its work, as a library may that is missing a class. */
    private record Stumbling(Work.Kind kind, Predicate<Work> stumbles) implements WorkDoer {

        @Override
        public Done work(Attempt attempt) {
            if (stumbles.test(attempt.work())) {
                throw new LinkageError(attempt.work().fileName());
            }
            return new Done(WorkEnd.COMPLETED, () -> 0);
        }

        @Override
        public Optional<IntSupplier> givingUp(Work work, Reason reason) {
            return Optional.of(() -> 0);
        }
    }
}
