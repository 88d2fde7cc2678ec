package dev.csai.ingest.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.csai.ingest.chunk.Chunk;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.db.TenantTransactions;
import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.TestServices;
import dev.csai.shared.text.Language;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ChunkIndexIT {

    @SuppressWarnings("NullAway.Init")
    private static JdbcTemplate jdbc;

    @SuppressWarnings("NullAway.Init")
    private static JdbcClient client;

    @SuppressWarnings("NullAway.Init")
    private static TenantTransactions transactions;

    private final TenantId tenant = new TenantId(Ids.next());
    private final UUID document = Ids.next();
    private final ChunkIndex index = new ChunkIndex(jdbc, Clock.systemUTC());

    @BeforeAll
    static void connectAsTheApp() {
        Database database = TestServices.migratedDatabase();
        var source = new DriverManagerDataSource(database.jdbcUrl(), "csai_app", TestServices.APP_PASSWORD);
        jdbc = new JdbcTemplate(source);
        client = JdbcClient.create(source);
        transactions = new TenantTransactions(new JdbcTransactionManager(source), client);
    }

    @Test
    void a_generation_is_searched_once_it_is_activated_and_replaces_the_one_before() {
        UUID first = generation("Old hours", "Old prices");
        UUID second = generation("New hours");

        assertThat(activate(first)).isTrue();
        assertThat(active()).isEqualTo(first);
        assertThat(activate(second)).isTrue();

        assertThat(active()).isEqualTo(second);
        assertThat(count("select chunk_count from ingest.documents where tenant_id = ?")).isEqualTo(1);
    }

    @Test
    void a_generation_is_activated_once() {
        UUID generation = generation("Hours");

        assertThat(activate(generation)).isTrue();
        assertThat(activate(generation)).isFalse();
        assertThat(activate(Ids.next())).isFalse();
    }

    @Test
    void chunks_of_one_write_share_a_posting() {
        generation("Refund refund", "Refunds");

        List<String> postings = transactions.call(tenant, () -> jdbc.queryForList("""
                select ordinals::text from ingest.postings where tenant_id = ? and term = 'refund'
                """, String.class, tenant.value()));

        assertThat(postings).containsExactly("{0,1}");
    }

    @Test
    void what_is_replaced_can_be_dropped_and_leaves_nothing() {
        activate(generation("Old"));
        activate(generation("New"));

        transactions.run(tenant, () -> index.dropInactive(tenant, document));

        assertThat(count("select count(*) from ingest.generations where tenant_id = ?")).isEqualTo(1);
        assertThat(count("select count(*) from ingest.chunks where tenant_id = ?")).isEqualTo(1);
        assertThat(count("select count(*) from ingest.postings where tenant_id = ? and term = 'old'")).isZero();
    }

    @Test
    void a_removed_document_leaves_nothing() {
        activate(generation("Hours"));
        generation("Unfinished");

        transactions.run(tenant, () -> index.remove(tenant, document));

        for (String table : List.of("documents", "generations", "chunks", "postings")) {
            assertThat(count("select count(*) from ingest." + table + " where tenant_id = ?")).as(table).isZero();
        }
    }

    @Test
    void another_tenant_neither_sees_nor_writes_it() {
        UUID generation = generation("Secret");
        var other = new TenantId(Ids.next());

        assertThat(transactions.<Integer>call(other,
                () -> client.sql("select count(*) from ingest.chunks_v1").query(Integer.class).single())).isZero();
        transactions.run(other, () -> index.drop(tenant, generation));
        assertThatThrownBy(() -> transactions.run(other,
                () -> index.write(tenant, document, generation, List.of(chunk(9, "Forged")))))
                .rootCause().hasMessageContaining("row-level security");
        assertThat(count("select count(*) from ingest.chunks where tenant_id = ?")).isEqualTo(1);
    }

    private UUID generation(String... texts) {
        UUID generation = Ids.next();
        transactions.run(tenant, () -> {
            jdbc.update("insert into ingest.documents (tenant_id, document_id) values (?, ?) on conflict do nothing",
                    tenant.value(), document);
            index.open(tenant, document, generation, "a-model");
            var chunks = new ArrayList<IndexedChunk>();
            for (String text : texts) {
                chunks.add(chunk(chunks.size(), text));
            }
            index.write(tenant, document, generation, chunks);
        });
        return generation;
    }

    private static IndexedChunk chunk(int ordinal, String text) {
        return IndexedChunk.of(new Chunk(ordinal, null, null, text, Language.ENGLISH, 2), "a title",
                new ChunkVector(new float[]{0.6f, 0.8f}, 2));
    }

    private boolean activate(UUID generation) {
        return transactions.call(tenant, () -> index.activate(tenant, document, generation, 0));
    }

    private UUID active() {
        return transactions.call(tenant, () -> client.sql("""
                select active_generation_id from ingest.documents_v1 where tenant_id = ? and document_id = ?
                """).params(tenant.value(), document).query(UUID.class).single());
    }

    private int count(String sql) {
        return transactions.call(tenant, () -> client.sql(sql).param(tenant.value()).query(Integer.class).single());
    }
}
