package dev.csai.ingest.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.db.TenantTransactions;
import dev.csai.shared.message.DocumentDeleted;
import dev.csai.shared.message.DocumentReprocessingRequested;
import dev.csai.shared.message.DocumentUploaded;
import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.TestServices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class WorkQueueIT {

    private static final Duration LONG = Duration.ofHours(1);

    private final TenantId large = new TenantId(Ids.next());
    private final TenantId small = new TenantId(Ids.next());

    private final List<HikariDataSource> pools = new ArrayList<>();
    private JdbcClient admin;
    private Wishes wishes;
    private HeldWork held;
    private WorkQueue queue;

    @BeforeEach
    void open() {
        Database database = TestServices.migratedDatabase();
        admin = JdbcClient
                .create(new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password()));
        HikariDataSource app = pool(database, "csai_app", TestServices.APP_PASSWORD);
        var transactions = new TenantTransactions(new JdbcTransactionManager(app), JdbcClient.create(app));
        wishes = new Wishes(transactions, JdbcClient.create(app), Clock.systemUTC());
        held = new HeldWork(transactions, JdbcClient.create(app), Clock.systemUTC());
        HikariDataSource system = pool(database, "csai_system", TestServices.SYSTEM_PASSWORD);
        queue = new WorkQueue(JdbcClient.create(system), new TransactionTemplate(new JdbcTransactionManager(system)),
                LONG);
    }

    @AfterEach
    void close() {
        pools.forEach(HikariDataSource::close);
    }

    @Test
    void a_single_file_does_not_wait_behind_five_hundred_of_another_tenant() {
        for (int i = 0; i < 500; i++) {
            upload(large);
        }
        claim();
        upload(small);

        assertThat(claim().tenant()).isEqualTo(small);
    }

    @Test
    void one_worker_alone_serves_tenants_in_turn() {
        for (int i = 0; i < 3; i++) {
            upload(large);
        }
        for (int i = 0; i < 3; i++) {
            upload(small);
        }

        List<TenantId> served = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Work work = claim();
            served.add(work.tenant());
            held.finish(new Attempt(work), WorkEnd.COMPLETED, () -> 0);
        }

        assertThat(served).containsExactly(large, small, large, small, large, small);
    }

    @Test
    void many_claimers_never_get_the_same_work() throws Exception {
        for (int i = 0; i < 40; i++) {
            upload(large);
        }

        Set<UUID> claimed = new HashSet<>();
        int claims = 0;
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            List<Callable<List<UUID>>> claimers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                claimers.add(this::claimAll);
            }
            for (Future<List<UUID>> future : executor.invokeAll(claimers)) {
                claims += future.get().size();
                claimed.addAll(future.get());
            }
        }

        assertThat(claimed).hasSize(claims);
        // Who comes second to a row passes it by; what was passed by is claimed by the next to ask.
        claimed.addAll(claimAll());
        assertThat(claimed).hasSize(40);
    }

    @Test
    void wishes_for_one_document_are_done_one_after_the_other() {
        DocumentUploaded uploaded = upload(large);
        wishes.accept(new DocumentReprocessingRequested(Ids.next(), large.value(), Instant.EPOCH,
                uploaded.documentId(), "a.txt", uploaded.blob(), uploaded.sha256(), 1));

        Work first = claim();
        assertThat(queue.claim()).isEmpty();
        held.finish(new Attempt(first), WorkEnd.COMPLETED, () -> 0);

        assertThat(claim().wish()).startsWith(uploaded.sha256() + "/");
    }

    @Test
    void work_of_a_silent_process_is_claimed_again_and_the_silent_one_is_shut_out() {
        upload(large);
        Work lost = claim();
        assertThat(queue.claim()).isEmpty();
        admin.sql("update ingest.work set leased_until = now()").update();

        Work taken = claim();

        assertThat(taken.id()).isEqualTo(lost.id());
        assertThat(taken.attempts()).isEqualTo(2);
        assertThat(queue.renew(lost)).isFalse();
        assertThat(queue.renew(taken)).isTrue();
        var attempt = new Attempt(lost);
        assertThatExceptionOfType(Interrupted.class)
                .isThrownBy(() -> held.run(attempt, () -> admin.sql("select 1").query().listOfRows()));
        assertThat(attempt.interruption()).isEqualTo(Attempt.Interruption.TAKEN_AWAY);
        held.run(new Attempt(taken), () -> {});
    }

    @Test
    void work_given_back_waits_and_keeps_its_count_only_if_it_failed() {
        upload(large);
        queue.giveBackUncounted(claim());
        Work again = claim();
        assertThat(again.attempts()).isEqualTo(1);

        queue.giveBack(again, LONG);

        assertThat(queue.claim()).isEmpty();
    }

    @Test
    void a_deletion_withdraws_what_is_running_and_asks_for_a_purge() {
        DocumentUploaded uploaded = upload(large);
        Work running = claim();
        var deletion = new DocumentDeleted(Ids.next(), large.value(), Instant.EPOCH, uploaded.documentId(),
                uploaded.blob());

        wishes.accept(deletion);
        wishes.accept(deletion);

        assertThatExceptionOfType(Interrupted.class).isThrownBy(() -> held.run(new Attempt(running), () -> {}));
        assertThat(claim().kind()).isEqualTo(Work.Kind.PURGE);
        assertThat(queue.claim()).isEmpty();
    }

    private HikariDataSource pool(Database database, String role, String password) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(role);
        pool.setPassword(password);
        pool.setMaximumPoolSize(8);
        pools.add(pool);
        return pool;
    }

    private DocumentUploaded upload(TenantId tenant) {
        UUID document = Ids.next();
        var message = new DocumentUploaded(Ids.next(), tenant.value(), Instant.EPOCH, document, "a.txt",
                tenant + "/" + document, "0".repeat(64), 1);
        wishes.accept(message);
        return message;
    }

    private List<UUID> claimAll() {
        List<UUID> claimed = new ArrayList<>();
        for (Optional<Work> work = queue.claim(); work.isPresent(); work = queue.claim()) {
            claimed.add(work.get().id());
        }
        return claimed;
    }

    private Work claim() {
        return queue.claim().orElseThrow();
    }
}
