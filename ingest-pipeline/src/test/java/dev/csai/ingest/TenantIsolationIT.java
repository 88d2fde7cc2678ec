package dev.csai.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.db.TenantTransactions;
import dev.csai.shared.db.VectorForm;
import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.TestServices;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Row-level security of every table and view of the schema, shown to bite. */
class TenantIsolationIT {

    private static final TenantId ONE = new TenantId(Ids.next());
    private static final TenantId OTHER = new TenantId(Ids.next());

    private static JdbcClient admin;
    private static JdbcClient app;
    private static TenantTransactions transactions;

    @BeforeAll
    static void fill() {
        Database database = TestServices.migratedDatabase(VectorForm.PGVECTOR);
        admin = JdbcClient
                .create(new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password()));
        DataSource appSource = new DriverManagerDataSource(database.jdbcUrl(), "csai_app", TestServices.APP_PASSWORD);
        app = JdbcClient.create(appSource);
        transactions = new TenantTransactions(new JdbcTransactionManager(appSource), app);
        fill(ONE);
        fill(OTHER);
    }

    @Test
    void every_table_with_a_tenant_forces_row_level_security() {
        List<String> tables = admin.sql("""
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                where n.nspname = 'ingest' and c.relkind in ('r', 'p')
                """).query(String.class).list();
        List<String> forced = admin.sql("""
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'ingest' and c.relrowsecurity and c.relforcerowsecurity
                """).query(String.class).list();

        assertThat(tables).contains("documents", "generations", "chunks", "vectors", "postings", "work", "outbox");
        assertThat(forced).containsExactlyInAnyOrderElementsOf(tables);
    }

    @ParameterizedTest
    @ValueSource(strings = {"documents", "generations", "chunks", "postings", "work", "documents_v1", "chunks_v1",
            "postings_v1", "vectors", "vectors_v1"})
    void without_a_tenant_nothing_is_seen_and_with_one_only_its_own(String relation) {
        String count = "select count(*) from ingest." + relation;

        assertThat(admin.sql(count).query(Integer.class).single()).isEqualTo(2);
        assertThat(app.sql(count).query(Integer.class).single()).isZero();
        assertThat(transactions.call(ONE, () -> app.sql("select tenant_id from ingest." + relation)
                .query(UUID.class).list())).containsExactly(ONE.value());
    }

    @Test
    void a_row_of_another_tenant_cannot_be_written() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transactions.run(ONE, () -> app
                        .sql("insert into ingest.documents (tenant_id, document_id) values (:tenant, :id)")
                        .param("tenant", OTHER.value())
                        .param("id", Ids.next())
                        .update()))
                .havingRootCause()
                .withMessageContaining("row-level security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outbox", "batch_job_instance", "batch_job_execution_params", "batch_step_execution"})
    void what_crosses_tenants_cannot_be_read_at_all(String table) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transactions.call(ONE,
                        () -> app.sql("select 1 from ingest." + table).query().listOfRows()))
                .havingRootCause()
                .withMessageContaining("permission denied");
    }

    private static void fill(TenantId tenant) {
        UUID document = Ids.next();
        UUID generation = Ids.next();
        insert("documents (tenant_id, document_id) values (:tenant, :document)", tenant, document, generation);
        insert("generations (tenant_id, id, document_id, embedding_model) values (:tenant, :generation, :document, 'm')",
                tenant, document, generation);
        insert("""
                chunks (tenant_id, generation_id, ordinal, id, document_id, text, language, tokens)
                values (:tenant, :generation, 0, :generation, :document, 'text', 'en', 1)
                """, tenant, document, generation);
        insert("""
                vectors (id, content, metadata, embedding)
                select :generation, '', jsonb_build_object('tenantId', :tenant, 'generationId', :generation, 'ordinal', 0),
                  array_fill(1, array[384]) from ingest.documents where document_id = :document
                """,
                tenant, document, generation);
        insert("postings (tenant_id, term, generation_id, first_ordinal, ordinals, impacts) "
                + "values (:tenant, 'text', :generation, 0, '{0}', '{1}')", tenant, document, generation);
        insert("""
                work (tenant_id, id, kind, document_id, wish, file_name, blob, sha256, accepted_at, not_before)
                values (:tenant, :generation, 'ingest', :document, '', '', '', '', now(), now())
                """, tenant, document, generation);
    }

    private static void insert(String into, TenantId tenant, UUID document, UUID generation) {
        admin.sql("insert into ingest." + into)
                .param("tenant", tenant.value())
                .param("document", document)
                .param("generation", generation)
                .update();
    }
}
