package dev.csai.bench.retrieval;

import dev.csai.bench.subject.Services;
import dev.csai.shared.db.Migrations;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The product's schemas on a server of the bench's own. */
final class IndexDatabase {

    private static final String SUPERUSER = "postgres";

    private final Services services;

    IndexDatabase(Services services) {
        this.services = services;
    }

    /** As a deployment does it: in a process of its own, told everything by its environment. */
    void migrate(VectorMode mode) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("java.class.path"), Migrations.class.getName())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT);
        command.environment().putAll(Map.of("CSAI_MIGRATION_URL", "jdbc:" + services.address(), "CSAI_MIGRATION_USER",
                SUPERUSER, "CSAI_MIGRATION_PASSWORD", services.password(), "CSAI_APP_PASSWORD", services.password(),
                "CSAI_SYSTEM_PASSWORD", services.password(), "CSAI_VECTORS", mode.word()));
        if (command.start().waitFor() != 0) {
            throw new IllegalStateException("the migrations failed; with pgvector, is it installed?");
        }
        if (mode == VectorMode.PGVECTOR && !hasVectorTable()) {
            throw new IllegalStateException("this version of the product keeps no vectors in pgvector");
        }
    }

    /** An index that is built in less memory than it takes would keep the disk busy for hours. */
    void giveMemoryToIndexes() throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("alter system set maintenance_work_mem = '4GB'");
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Else the same arrays would be measured twice. */
    private boolean hasVectorTable() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('ingest.vectors') is not null")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be asked for its tables", e);
        }
    }

    /** As the one who may do everything, without the checks that a bulk load need not make. */
    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:" + services.address(), SUPERUSER,
                services.password());
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
        }
        return connection;
    }

    /** What chat-api is told of its database. */
    Map<String, Object> settings(VectorMode mode) {
        String url = "r2dbc:" + services.address();
        return Map.of("csai.vectors", mode.word(),
                "spring.r2dbc.url", url, "spring.r2dbc.username", "csai_app", "spring.r2dbc.password",
                services.password(),
                "csai.system-r2dbc.url", url, "csai.system-r2dbc.username", "csai_system",
                "csai.system-r2dbc.password", services.password());
    }
}
