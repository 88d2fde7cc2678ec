package dev.csai.shared.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The extension {@code vector}, for which the administrator's rights are needed. */
final class VectorExtension {

    /** Only from 0.8 on does an index scan go on until enough rows of one tenant are found. */
    private static final String VERSION = """
            select extversion, string_to_array(extversion, '.')::int[] >= array[0, 8] from pg_extension
            where extname = 'vector'
            """;

    private VectorExtension() {}

    static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists vector schema public");
            try (ResultSet row = statement.executeQuery(VERSION)) {
                row.next();
                if (!row.getBoolean(2)) {
                    throw new IllegalStateException(
                            "pgvector 0.8 or newer is needed, but the database has " + row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new SQLException("""
                    the extension vector could not be created: install pgvector 0.8 or newer on the database server, \
                    and let its administrator run "create extension vector schema public" in this database if the \
                    user of the migrations may not""", e.getSQLState(), e);
        }
    }
}
