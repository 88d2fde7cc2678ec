package dev.csai.ingest.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.csai.ingest.chunk.Chunk;
import dev.csai.ingest.index.ChunkIndex;
import dev.csai.ingest.index.ChunkVector;
import dev.csai.ingest.index.IndexedChunk;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.db.TenantTransactions;
import dev.csai.shared.db.VectorForm;
import dev.csai.shared.embedding.MiniLmEmbeddingModel;
import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.TestServices;
import dev.csai.shared.text.Language;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class PgVectorsIT {

    @SuppressWarnings("NullAway.Init")
    private static JdbcTemplate jdbc;

    @SuppressWarnings("NullAway.Init")
    private static TenantTransactions transactions;

    private final TenantId tenant = new TenantId(Ids.next());
    private final UUID document = Ids.next();
    private final UUID generation = Ids.next();
    private final ChunkIndex index = new ChunkIndex(jdbc, Clock.systemUTC(), new PgVectors(jdbc));

    private final List<IndexedChunk> chunks = List.of(chunk(0, "Opening hours", 1), chunk(1, "שעות פתיחה", null),
            chunk(2, "Closing hours", 2));

    @BeforeAll
    static void connectAsTheApp() {
        Database database = TestServices.migratedDatabase(VectorForm.PGVECTOR);
        var source = new DriverManagerDataSource(database.jdbcUrl(), "csai_app", TestServices.APP_PASSWORD);
        jdbc = new JdbcTemplate(source);
        transactions = new TenantTransactions(new JdbcTransactionManager(source), JdbcClient.create(source));
    }

    @BeforeEach
    void begin() {
        transactions.run(tenant, () -> {
            jdbc.update("insert into ingest.documents (tenant_id, document_id) values (?, ?)", tenant.value(),
                    document);
            index.open(tenant, document, generation, "a-model");
        });
    }

    @Test
    void vectors_are_kept_beside_the_rows_of_their_chunks_and_not_in_them() {
        transactions.run(tenant, () -> index.write(tenant, document, generation, chunks));

        assertThat(texts(
                "select id || ' ' || ordinal || content || ' ' || embedding from ingest.vectors order by ordinal"))
                .containsExactly(row(chunks.getFirst(), 1), row(chunks.getLast(), 2));
        assertThat(
                texts("select text from ingest.chunks where embedding is null and signature is null order by ordinal"))
                .containsExactly("Opening hours", "שעות פתיחה", "Closing hours");
    }

    @Test
    void what_fails_after_them_takes_them_along() {
        assertThatThrownBy(() -> transactions.run(tenant, () -> {
            index.write(tenant, document, generation, chunks);
            throw new IllegalStateException("the lease is lost");
        })).hasMessage("the lease is lost");

        assertThat(texts("select id from ingest.vectors")).isEmpty();
    }

    @Test
    void an_abandoned_generation_leaves_none() {
        transactions.run(tenant, () -> index.write(tenant, document, generation, chunks));

        transactions.run(tenant, () -> index.dropInactive(tenant, document));

        assertThat(texts("select id from ingest.vectors")).isEmpty();
    }

    @Test
    void another_tenant_neither_sees_nor_replaces_nor_writes_them() {
        transactions.run(tenant, () -> index.write(tenant, document, generation, chunks));
        var other = new TenantId(Ids.next());
        var vectors = new PgVectors(jdbc);

        assertThat(transactions.<List<String>>call(other,
                () -> jdbc.queryForList("select embedding::text from ingest.vectors_v1", String.class))).isEmpty();
        assertThatThrownBy(() -> transactions.run(other, () -> vectors.add(other, generation, chunks)))
                .rootCause().hasMessageContaining("row-level security");
        assertThatThrownBy(
                () -> transactions.run(other, () -> vectors.add(tenant, generation, List.of(chunk(9, "Forged", 3)))))
                .rootCause().hasMessageContaining("row-level security");
    }

    private List<String> texts(String sql) {
        return transactions.call(tenant, () -> jdbc.queryForList(sql, String.class));
    }

    private static String row(IndexedChunk chunk, int direction) {
        String vector = Arrays.toString(vector(direction)).replace(".0", "").replace(" ", "");
        return chunk.id() + " " + chunk.chunk().ordinal() + " " + vector;
    }

    private static IndexedChunk chunk(int ordinal, String text, @Nullable Integer direction) {
        return IndexedChunk.of(new Chunk(ordinal, null, null, text, Language.of(text), 2), "a title",
                direction == null ? null : new ChunkVector(vector(direction), 2));
    }

    private static float[] vector(int direction) {
        float[] vector = new float[MiniLmEmbeddingModel.DIMENSIONS];
        vector[direction] = 1;
        return vector;
    }
}
