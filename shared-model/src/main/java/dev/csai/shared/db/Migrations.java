package dev.csai.shared.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to the state the apps expect. Runs once, before the apps; never by racing apps (though Flyway's
 * lock would make that safe). Everything is owned by {@code csai_owner}, which cannot log in.
 */
public final class Migrations {

    private static final List<String> SCHEMAS = List.of("chat", "ingest", "billing", "adapter");

    private Migrations() {}

    /**
     * Entry point for deployments: reads CSAI_MIGRATION_* from the environment, which has no defaults, and CSAI_VECTORS,
     * which the apps read too.
     */
    public static void main(String[] args) {
        Map<String, String> env = System.getenv();
        run(new MigrationSettings(required(env, "CSAI_MIGRATION_URL"), required(env, "CSAI_MIGRATION_USER"),
                required(env, "CSAI_MIGRATION_PASSWORD"), required(env, "CSAI_APP_PASSWORD"),
                required(env, "CSAI_SYSTEM_PASSWORD"),
                VectorForm.valueOf(env.getOrDefault("CSAI_VECTORS", "arrays").toUpperCase(Locale.ROOT))));
    }

    public static void run(MigrationSettings settings) {
        run(settings, List.of());
    }

    /** @param more schemas beyond the apps' own, each with its migrations on the class path */
    public static void run(MigrationSettings settings, List<String> more) {
        List<String> schemas = Stream.concat(SCHEMAS.stream(), more.stream()).toList();
        prepareRoles(settings, schemas);
        schemas.forEach(schema -> migrate(settings, new Line(schema, "db/migration/", "schema_history", true)));
        if (settings.vectors() == VectorForm.PGVECTOR) {
            migrate(settings, new Line("ingest", "db/pgvector/", "pgvector_history", false));
        }
    }

    /**
     * A schema may have more than one line of migrations, each with a history of its own.
     *
     * @param first whether the schema is to be empty when the line begins
     */
    private record Line(String schema, String folder, String history, boolean first) {}

    private static void migrate(MigrationSettings settings, Line line) {
        Flyway.configure()
                .dataSource(settings.url(), settings.user(), settings.password())
                .initSql("set role csai_owner")
                .schemas(line.schema())
                .createSchemas(false)
                .defaultSchema(line.schema())
                .table(line.history())
                .baselineOnMigrate(!line.first())
                .baselineVersion("0")
                .locations("classpath:" + line.folder() + line.schema())
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }

    private static void prepareRoles(MigrationSettings settings, List<String> schemas) {
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(),
                settings.password())) {
            connection.setAutoCommit(false);
            Roles.prepare(connection, settings, schemas);
            if (settings.vectors() == VectorForm.PGVECTOR) {
                VectorExtension.prepare(connection);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the roles and schemas could not be prepared on " + settings.url() + ": "
                    + e.getMessage(), e);
        }
    }

    private static String required(Map<String, String> env, String name) {
        String value = env.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(name + " must be set");
        }
        return value;
    }
}
