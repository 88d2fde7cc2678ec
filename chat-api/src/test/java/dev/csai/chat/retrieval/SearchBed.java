package dev.csai.chat.retrieval;

import dev.csai.chat.db.TenantTransaction;
import dev.csai.shared.TenantId;
import dev.csai.shared.db.VectorForm;
import dev.csai.shared.embedding.Embedder;
import dev.csai.shared.embedding.Signature;
import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.TestServices;
import dev.csai.shared.text.Language;
import dev.csai.shared.text.Terms;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;

/** The search on a database of its own, filled as ingest-pipeline would; questions bring their vectors along. */
final class SearchBed implements AutoCloseable {

    private static final String CHUNK = """
            insert into ingest.chunks (tenant_id, generation_id, ordinal, id, document_id, text, language, tokens,
              embedding, signature)
            values (?, ?, ?, ?, ?, ?, 'en', 1, ?, ?::bit varying)
            """;

    private static final String VECTOR = """
            insert into ingest.vectors (id, content, metadata, embedding)
            values (?, '', jsonb_build_object('tenantId', ?::text, 'generationId', ?::text, 'ordinal', ?::int), ?::vector)
            """;

    private static final String POSTING = """
            insert into ingest.postings (tenant_id, term, generation_id, first_ordinal, ordinals, impacts)
            select ?, term, ?, ?, array[?], array[1] from unnest(?::text[]) term
            """;

    private final VectorForm form;
    private final Database database;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    SearchBed(VectorForm form) {
        this.form = form;
        this.database = TestServices.migratedDatabase(form);
        ConnectionFactory connections = ConnectionFactories.get(ConnectionFactoryOptions.parse(database.r2dbcUrl())
                .mutate().option(ConnectionFactoryOptions.USER, "csai_app")
                .option(ConnectionFactoryOptions.PASSWORD, TestServices.APP_PASSWORD).build());
        context.registerBean(DatabaseClient.class, () -> DatabaseClient.create(connections));
        context.registerBean(R2dbcTransactionManager.class, () -> new R2dbcTransactionManager(connections));
        context.register(TenantTransaction.class);
        context.refresh();
    }

    /** @param vector of unit length; null for a language the model does not read */
    // Compared by nobody.
    @SuppressWarnings("ArrayRecordComponent")
    record Passage(String text, float @Nullable [] vector) {

        double cosine(float[] other) {
            float[] mine = Objects.requireNonNull(vector);
            double sum = 0;
            for (int i = 0; i < other.length; i++) {
                sum += (double) mine[i] * other[i];
            }
            return sum;
        }
    }

    List<RetrievedChunk> find(TenantId tenant, String question, float[] vector, int limit) {
        var embedder = new Embedder(new Given(vector), "given", Set.of(Language.values()));
        try (var vectors = new QuestionVectors(embedder)) {
            Retrieved found = new Retrieval(context.getBean(TenantTransaction.class), vectors, form)
                    .find(tenant, question, limit).block();
            return Objects.requireNonNull(found).chunks();
        }
    }

    /** A document whose one generation is searched. */
    UUID document(TenantId tenant, List<Passage> passages) {
        UUID document = unfinished(tenant, passages);
        sql("update ingest.documents set active_generation_id = document_id where document_id = '" + document + "'");
        return document;
    }

    /** A document whose one generation is not searched yet. */
    UUID unfinished(TenantId tenant, List<Passage> passages) {
        UUID document = UUID.randomUUID();
        sql("""
                insert into chat.tenants (id, name, requests_per_minute) values ('%1$s', '%1$s', 1) on conflict do nothing;
                insert into chat.documents (tenant_id, id, file_name, content_type, size_bytes, sha256, blob, created_at,
                  updated_at)
                values ('%1$s', '%2$s', 'a.txt', 'text/plain', 1, md5('%2$s') || md5('%2$s'), '%2$s', now(), now());
                insert into ingest.documents (tenant_id, document_id, status, chunk_count)
                values ('%1$s', '%2$s', 'completed', %3$d);
                insert into ingest.generations (tenant_id, id, document_id, embedding_model)
                values ('%1$s', '%2$s', '%2$s', 'given')
                """
                .formatted(tenant, document, passages.size()));
        try (Connection connection = database.connect();
                PreparedStatement chunk = connection.prepareStatement(CHUNK);
                PreparedStatement posting = connection.prepareStatement(POSTING)) {
            connection.setAutoCommit(false);
            for (int ordinal = 0; ordinal < passages.size(); ordinal++) {
                add(chunk, tenant, document, ordinal, passages.get(ordinal));
                add(posting, tenant, document, ordinal, passages.get(ordinal).text());
            }
            chunk.executeBatch();
            posting.executeBatch();
            if (form == VectorForm.PGVECTOR) {
                addVectors(connection, tenant, document, passages);
            }
            connection.commit();
            return document;
        } catch (SQLException e) {
            throw new IllegalStateException("the passages could not be stored", e);
        }
    }

    void delete(TenantId tenant, UUID document) {
        sql("update chat.documents set deleted_at = now() where tenant_id = '%s' and id = '%s'".formatted(tenant,
                document));
    }

    void analyze() {
        sql("analyze");
    }

    @Override
    public void close() {
        context.close();
    }

    private void add(PreparedStatement chunk, TenantId tenant, UUID document, int ordinal, Passage passage)
            throws SQLException {
        float[] array = form == VectorForm.ARRAYS ? passage.vector() : null;
        chunk.setObject(1, tenant.value());
        chunk.setObject(2, document);
        chunk.setInt(3, ordinal);
        // The same in every form, for equals are ranked by it.
        chunk.setObject(4, UUID.nameUUIDFromBytes((tenant + passage.text()).getBytes(StandardCharsets.UTF_8)));
        chunk.setObject(5, document);
        chunk.setString(6, passage.text());
        chunk.setObject(7, array);
        chunk.setString(8, array == null ? null : Signature.of(array));
        chunk.addBatch();
    }

    private static void add(PreparedStatement posting, TenantId tenant, UUID document, int ordinal, String text)
            throws SQLException {
        posting.setObject(1, tenant.value());
        posting.setObject(2, document);
        posting.setInt(3, ordinal);
        posting.setInt(4, ordinal);
        posting.setObject(5, Terms.ofText(text).frequencies().keySet().toArray(String[]::new));
        posting.addBatch();
    }

    private static void addVectors(Connection connection, TenantId tenant, UUID document, List<Passage> passages)
            throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(VECTOR)) {
            for (int ordinal = 0; ordinal < passages.size(); ordinal++) {
                float[] vector = passages.get(ordinal).vector();
                if (vector != null) {
                    row.setObject(1, UUID.randomUUID());
                    row.setString(2, tenant.toString());
                    row.setString(3, document.toString());
                    row.setInt(4, ordinal);
                    row.setString(5, Arrays.toString(vector));
                    row.addBatch();
                }
            }
            row.executeBatch();
        }
    }

    private void sql(String sql) {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("refused: " + sql, e);
        }
    }

    /** Places every text alike. */
    private record Given(@SuppressWarnings("ArrayRecordComponent") float[] vector) implements EmbeddingModel {

        @Override
        public EmbeddingResponse call(EmbeddingRequest request) {
            return new EmbeddingResponse(List.of(new Embedding(vector, 0)));
        }

        @Override
        public float[] embed(Document document) {
            return vector;
        }
    }
}
