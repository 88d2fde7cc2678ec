package dev.csai.shared.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
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

    /** Entry point for deployments: reads CSAI_MIGRATION_* from the environment, which has no defaults. */
    public static void main(String[] args) {
        Map<String, String> env = System.getenv();
        run(new MigrationSettings(required(env, "CSAI_MIGRATION_URL"), required(env, "CSAI_MIGRATION_USER"),
                required(env, "CSAI_MIGRATION_PASSWORD"), required(env, "CSAI_APP_PASSWORD"),
                required(env, "CSAI_SYSTEM_PASSWORD")));
    }

    public static void run(MigrationSettings settings) {
        run(settings, List.of());
    }

    /** @param more schemas beyond the apps' own, each with its migrations on the class path */
    public static void run(MigrationSettings settings, List<String> more) {
        List<String> schemas = Stream.concat(SCHEMAS.stream(), more.stream()).toList();
        prepareRoles(settings, schemas);
        schemas.forEach(schema -> migrate(settings, schema));
    }

    private static void migrate(MigrationSettings settings, String schema) {
        Flyway.configure()
                .dataSource(settings.url(), settings.user(), settings.password())
                .initSql("set role csai_owner")
                .schemas(schema)
                .createSchemas(false)
                .defaultSchema(schema)
                .table("schema_history")
                .locations("classpath:db/migration/" + schema)
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }

    private static void prepareRoles(MigrationSettings settings, List<String> schemas) {
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(),
                settings.password())) {
            connection.setAutoCommit(false);
            Roles.prepare(connection, settings, schemas);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the roles and schemas could not be prepared on " + settings.url(), e);
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
