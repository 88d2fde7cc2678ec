package dev.csai.shared.testing;

import dev.csai.shared.db.MigrationSettings;
import dev.csai.shared.db.Migrations;
import dev.csai.shared.db.VectorForm;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;

/** Makes databases on one server and drops them with the JVM, for the server may outlive it. */
final class Databases {

    private final Database server;
    private final Queue<String> made = new ConcurrentLinkedQueue<>();
    private final Map<VectorForm, Database> templates = new EnumMap<>(VectorForm.class);

    Databases(URI url) {
        server = Database.of(Endpoint.of(url), databaseName(url));
        Runtime.getRuntime().addShutdownHook(new Thread(this::dropAll, "drop test databases"));
    }

    Database fresh() {
        // template0 and not template1, to which a developer's own server may have added things.
        return create("template0");
    }

    /** Copies a database that was migrated once: a tenth of the time the migrations take. */
    synchronized Database migrated(VectorForm vectors) {
        return create(templates.computeIfAbsent(vectors, this::template).name());
    }

    private Database template(VectorForm vectors) {
        Database template = fresh();
        Migrations.run(new MigrationSettings(template.jdbcUrl(), template.username(), template.password(),
                TestServices.APP_PASSWORD, TestServices.SYSTEM_PASSWORD, vectors));
        return template;
    }

    private Database create(String source) {
        String name = "csai_test_" + HexFormat.of().toHexDigits(RandomGenerator.getDefault().nextLong());
        execute("create database " + name + " template " + source);
        made.add(name);
        return new Database(server.host(), server.port(), name, server.username(), server.password());
    }

    private void dropAll() {
        made.forEach(name -> execute("drop database if exists " + name + " with (force)"));
    }

    private void execute(String sql) {
        try (Connection connection = server.connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("refused by the test server: " + sql, e);
        }
    }

    private static String databaseName(URI url) {
        return url.getPath().substring(1);
    }
}
