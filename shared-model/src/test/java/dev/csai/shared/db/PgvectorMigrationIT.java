package dev.csai.shared.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.csai.shared.TenantId;
import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.TestServices;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class PgvectorMigrationIT {

    private static final TenantId TENANT = new TenantId(UUID.randomUUID());
    private static final UUID GENERATION = UUID.randomUUID();
    private static final String EMBEDDING = IntStream.range(0, 384).mapToObj(i -> i == 3 ? "1" : "0")
            .collect(Collectors.joining(","));

    @Test
    void vectors_that_were_arrays_move_and_arrays_are_refused_from_then_on() throws SQLException {
        Database database = TestServices.migratedDatabase(VectorForm.ARRAYS);
        execute(database, """
                insert into ingest.documents (tenant_id, document_id) values ('%1$s', '%2$s');
                insert into ingest.generations (tenant_id, id, document_id, embedding_model)
                values ('%1$s', '%2$s', '%2$s', 'a-model');
                insert into ingest.chunks (tenant_id, generation_id, ordinal, id, document_id, text, language, tokens,
                  embedding, signature)
                values ('%1$s', '%2$s', 0, '%2$s', '%2$s', 'shalom', 'he', 1, null, null),
                  ('%1$s', '%2$s', 1, gen_random_uuid(), '%2$s', 'peace', 'en', 1, '{%3$s}', b'1')
                """.formatted(TENANT, GENERATION, EMBEDDING));

        migrate(database, VectorForm.PGVECTOR);

        assertThat(
                asTheApp(database, "select generation_id || ' ' || ordinal || ' ' || embedding from ingest.vectors_v1"))
                .containsExactly(GENERATION + " 1 [" + EMBEDDING + "]");
        assertThat(asTheApp(database, "select text from ingest.chunks where embedding is null and signature is null"))
                .containsExactlyInAnyOrder("shalom", "peace");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(database, "update ingest.chunks set embedding = '{1}', signature = b'1'"))
                .withMessageContaining("violates check constraint");
    }

    @Test
    void migrating_again_changes_nothing() {
        Database database = TestServices.migratedDatabase(VectorForm.PGVECTOR);

        migrate(database, VectorForm.PGVECTOR);

        assertThat(asTheApp(database, "select embedding from ingest.vectors_v1")).isEmpty();
    }

    @Test
    void an_app_that_was_told_another_form_than_the_migrations_does_not_start() {
        for (VectorForm migrated : VectorForm.values()) {
            Database database = TestServices.migratedDatabase(migrated);
            JdbcClient system = JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), "csai_system",
                    TestServices.SYSTEM_PASSWORD));
            for (VectorForm told : VectorForm.values()) {
                VectorFormCheck check = new VectorFormCheck(system, told);
                if (told == migrated) {
                    check.afterSingletonsInstantiated();
                } else {
                    assertThatIllegalStateException().isThrownBy(check::afterSingletonsInstantiated).withMessage(
                            "CSAI_VECTORS is %s here, but the migrations were told %s; give both the same", told,
                            migrated);
                }
            }
        }
    }

    @Test
    void who_may_not_create_the_extension_is_told_what_to_do() throws SQLException {
        try (Connection connection = TestServices.freshDatabase().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role pg_monitor");

            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> VectorExtension.prepare(connection))
                    .withMessageContaining("let its administrator run \"create extension vector schema public\"")
                    .havingCause().withMessageContaining("permission denied to create extension");
        }
    }

    private static void migrate(Database database, VectorForm vectors) {
        Migrations.run(new MigrationSettings(database.jdbcUrl(), database.username(), database.password(),
                TestServices.APP_PASSWORD, TestServices.SYSTEM_PASSWORD, vectors));
    }

    private static List<String> asTheApp(Database database, String query) {
        var source = new DriverManagerDataSource(database.jdbcUrl(), "csai_app", TestServices.APP_PASSWORD);
        JdbcClient jdbc = JdbcClient.create(source);
        return new TenantTransactions(new JdbcTransactionManager(source), jdbc)
                .call(TENANT, () -> jdbc.sql(query).query(String.class).list());
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
