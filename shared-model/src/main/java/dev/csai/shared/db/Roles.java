package dev.csai.shared.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The three roles and the schemas. Roles belong to the server while locks belong to a database, so two databases of
 * one server that race over a role are told apart by what PostgreSQL answers, and the loser goes on.
 */
final class Roles {

    private static final String CREATE = """
            do $$ begin
              if not exists (select from pg_roles where rolname = '%1$s') then
                create role %1$s %2$s nosuperuser nobypassrls;
              end if;
            exception when duplicate_object or unique_violation then
              null; -- another database of this server has just created it
            end $$
            """;

    /**
     * Before PostgreSQL 16, a member may do what the role may. From 16 on, whoever creates a role is a member that may
     * give it away but neither act as it nor use its rights; the migrations need both.
     */
    private static final String JOIN_OWNER = """
            do $$ begin
              if current_setting('server_version_num')::int >= 160000 then
                if not (pg_has_role('csai_owner', 'set') and pg_has_role('csai_owner', 'usage')) then
                  execute format('grant csai_owner to %I with set true, inherit true', current_user);
                end if;
              elsif not pg_has_role('csai_owner', 'member') then
                execute format('grant csai_owner to %I', current_user);
              end if;
            end $$
            """;

    private Roles() {}

    static void prepare(Connection connection, MigrationSettings settings, List<String> schemas)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE.formatted("csai_owner", "nologin"));
            statement.execute(CREATE.formatted("csai_app", "login"));
            statement.execute(CREATE.formatted("csai_system", "login"));
            statement.execute(JOIN_OWNER);
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
