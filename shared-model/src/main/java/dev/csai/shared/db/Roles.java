package dev.csai.shared.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The three roles and the schemas. Roles belong to the server, so racing databases of one server are serialised. */
final class Roles {

    private static final String CREATE = """
            do $$ begin
              perform pg_advisory_xact_lock(hashtext('csai roles'));
              if not exists (select from pg_roles where rolname = 'csai_owner') then
                create role csai_owner nologin nosuperuser nobypassrls;
              end if;
              if not exists (select from pg_roles where rolname = 'csai_app') then
                create role csai_app login nosuperuser nobypassrls;
              end if;
              if not exists (select from pg_roles where rolname = 'csai_system') then
                create role csai_system login nosuperuser nobypassrls;
              end if;
              execute format('grant csai_owner to %I', current_user);
            end $$
            """;

    private Roles() {}

    static void prepare(Connection connection, MigrationSettings settings, List<String> schemas)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
            setPassword(connection, "csai_app", settings.appPassword());
            setPassword(connection, "csai_system", settings.systemPassword());
            statement.execute("revoke create on schema public from public");
            for (String schema : schemas) {
                statement.execute("create schema if not exists " + schema + " authorization csai_owner");
                statement.execute("grant usage on schema " + schema + " to csai_app, csai_system");
            }
        }
    }

    /** {@code alter role} takes no bind parameter; the server quotes the literal. */
    private static void setPassword(Connection connection, String role, String password) throws SQLException {
        String quoted;
        try (PreparedStatement quote = connection.prepareStatement("select format('%L', ?::text)")) {
            quote.setString(1, password);
            try (ResultSet row = quote.executeQuery()) {
                row.next();
                quoted = row.getString(1);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter role " + role + " password " + quoted);
        }
    }
}
