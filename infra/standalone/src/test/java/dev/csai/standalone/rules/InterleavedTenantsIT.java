package dev.csai.standalone.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.shared.db.VectorForm;
import dev.csai.shared.testing.TestServices;
import dev.csai.standalone.rules.BlindQuery.Fate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Fifty tenants over four connections of each driver, with queries that do not say whose rows they want, a quarter of
 * them cut off: by who asked, by the server's clock, by an error. With {@code -Dcsai.full=true} there are 100,000.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterleavedTenantsIT {

    private static final int QUERIES_PER_DRIVER = Boolean.getBoolean("csai.full") ? 50_000 : 2_000;
    private static final int TENANTS = 50;
    private static final int CONNECTIONS = 4;
    private static final int CALLERS = 16;
    private static final long SEED = 20_251;

    private final List<UUID> more = Stream.generate(UUID::randomUUID).limit(TENANTS - 2).toList();
    private List<BlindQuery> queries = List.of();
    private @Nullable TwoTenants tenants;

    /** @param owners none if it was cut off */
    private record Seen(BlindQuery query, @Nullable List<UUID> owners) {

        boolean isWrong() {
            return owners == null ? !query.mayBeCutOff() : !query.isAnsweredBy(owners);
        }
    }

    @BeforeAll
    void draw() throws SQLException {
        TwoTenants filled = TwoTenants.in(TestServices.migratedDatabase(VectorForm.PGVECTOR));
        filled.joinedBy(more);
        List<UUID> all = Stream.concat(more.stream(), Stream.of(filled.one(), filled.other())).toList();
        List<TenantTable> readable = filled.tables().stream().filter(TenantTable::readable).toList();
        Random random = new Random(SEED);
        queries = Stream.generate(() -> BlindQuery.drawn(random, all, readable)).limit(QUERIES_PER_DRIVER).toList();
        tenants = filled;
    }

    @Test
    void on_r2dbc_each_sees_its_own_rows_whatever_becomes_of_the_others() throws SQLException {
        try (R2dbcCallers callers = new R2dbcCallers(filled().database(), CONNECTIONS)) {
            List<Seen> seen = Flux.fromIterable(queries)
                    .flatMap(query -> callers.owners(query)
                            .map(owners -> new Seen(query, owners))
                            .onErrorResume(DataAccessException.class, cut -> Mono.empty())
                            .defaultIfEmpty(new Seen(query, null)), CALLERS)
                    .collectList().blockOptional().orElseThrow();

            check(seen);
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(callers::busy, busy -> busy == 0);
            assertNothingIsLeftOpen();
        }
    }

    @Test
    void on_jdbc_each_sees_its_own_rows_whatever_becomes_of_the_others() throws Exception {
        try (JdbcCallers callers = new JdbcCallers(filled().database(), CONNECTIONS);
                ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
            List<Callable<List<Seen>>> shares = IntStream.range(0, CALLERS)
                    .<Callable<List<Seen>>>mapToObj(caller -> () -> IntStream.range(0, queries.size())
                            .filter(index -> index % CALLERS == caller)
                            .mapToObj(index -> ask(callers, queries.get(index))).toList())
                    .toList();
            check(joined(threads.invokeAll(shares)));
            assertThat(callers.busy()).isZero();
            assertNothingIsLeftOpen();
        }
    }

    private static Seen ask(JdbcCallers callers, BlindQuery query) {
        try {
            return new Seen(query, callers.owners(query));
        } catch (DataAccessException cut) {
            return new Seen(query, null);
        }
    }

    private void check(List<Seen> seen) {
        assertThat(seen).hasSize(QUERIES_PER_DRIVER).filteredOn(Seen::isWrong).isEmpty();
        for (Fate fate : List.of(Fate.CANCELLED, Fate.TIMED_OUT, Fate.FAILS)) {
            assertThat(seen).as("%s, and indeed cut off", fate)
                    .anyMatch(one -> one.query().fate() == fate && one.owners() == null);
        }
    }

    /** A connection that was cut off would otherwise be given to the next in the middle of a transaction. */
    private void assertNothingIsLeftOpen() {
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(sessions()).isEmpty());
    }

    private List<String> sessions() throws SQLException {
        List<String> busy = new ArrayList<>();
        try (Connection connection = filled().database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select state || ': ' || query from pg_stat_activity
                        where datname = current_database() and usename = 'csai_app' and state <> 'idle'
                        """)) {
            while (rows.next()) {
                busy.add(rows.getString(1));
            }
        }
        return busy;
    }

    private TwoTenants filled() {
        return java.util.Objects.requireNonNull(tenants);
    }

    private static List<Seen> joined(List<Future<List<Seen>>> shares) throws InterruptedException, ExecutionException {
        List<Seen> all = new ArrayList<>();
        for (Future<List<Seen>> share : shares) {
            all.addAll(share.get());
        }
        return all;
    }
}
