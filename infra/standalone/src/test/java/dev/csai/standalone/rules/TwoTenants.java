package dev.csai.standalone.rules;

import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.DatabaseWall;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A database in which two tenants have one row each in every tenant table there is, also in those that a later
 * migration will bring. The rows mean nothing, so the scratch database's checks and references are dropped first.
 */
@SuppressWarnings("InlineFormatString") // SQL is read best apart from the code that fills it in.
record TwoTenants(Database database, UUID one, UUID other, List<TenantTable> tables) {

    private static final String CONSTRAINTS = """
            select format('alter table %s drop constraint if exists %I cascade', conrelid::regclass, conname)
            from pg_constraint k join pg_namespace n on n.oid = k.connamespace
            where n.nspname in ('chat', 'ingest', 'billing', 'adapter') and contype in ('f', 'c') and conparentid = 0
            """;

    private static final String COLUMNS = """
            select a.attname, format_type(a.atttypid, null), a.attname in ('tenant_id') or t.name = 'chat.tenants'
              and a.attname = 'id'
            from tenant_tables t join pg_attribute a on a.attrelid = t.oid
            where t.name = '%s' and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attgenerated = ''
              and (a.attnotnull and not a.atthasdef or a.attname in ('tenant_id', 'id'))
            order by a.attnum
            """;

    static TwoTenants in(Database database) throws SQLException {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String drop : texts(statement, CONSTRAINTS)) {
                statement.execute(drop);
            }
            List<TenantTable> tables = tables(statement);
            for (TenantTable table : tables) {
                statement.execute(table.insert(one));
                statement.execute(table.insert(other));
            }
            return new TwoTenants(database, one, other, tables);
        }
    }

    /** Gives further tenants a row each in every table. */
    void joinedBy(List<UUID> more) throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (TenantTable table : tables) {
                for (UUID tenant : more) {
                    statement.addBatch(table.insert(tenant));
                }
            }
            statement.executeBatch();
        }
    }

    private static List<TenantTable> tables(Statement statement) throws SQLException {
        List<TenantTable> tables = new ArrayList<>();
        for (String name : texts(statement, "select name from (" + DatabaseWall.TENANT_TABLES + ") t order by name")) {
            List<TenantTable.Column> columns = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "with tenant_tables as (" + DatabaseWall.TENANT_TABLES + ") " + COLUMNS.formatted(name))) {
                while (rows.next()) {
                    columns.add(new TenantTable.Column(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
                }
            }
            tables.add(new TenantTable(name, columns, may(statement, name, "select"),
                    may(statement, name, "insert"), may(statement, name, "update")));
        }
        return tables;
    }

    private static boolean may(Statement statement, String table, String what) throws SQLException {
        return texts(statement, "select has_table_privilege('csai_app', '" + table + "', '" + what + "')::text")
                .equals(List.of("true"));
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
