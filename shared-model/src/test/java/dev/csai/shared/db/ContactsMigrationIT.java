package dev.csai.shared.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.TestServices;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class ContactsMigrationIT {

    private static final String BEFORE_CONTACTS = "7";

    /** The last digits of ids, of which only these differ. */
    private static final String ID = "'00000000-0000-0000-0000-0000000000%02d'";

    @Test
    void what_pages_have_said_becomes_unverified_contacts_and_conversations_stay() throws SQLException {
        Database database = TestServices.freshDatabase();
        MigrationSettings settings = new MigrationSettings(database.jdbcUrl(), database.username(),
                database.password(), TestServices.APP_PASSWORD, TestServices.SYSTEM_PASSWORD, VectorForm.ARRAYS);
        migrateTo(BEFORE_CONTACTS, database, settings);
        execute(database, "insert into chat.tenants (id, name, requests_per_minute) values (" + ID.formatted(1)
                + ", 'One', 1), (" + ID.formatted(2) + ", 'Two', 1)");
        converse(database, 1, 11, 1, "{}");
        converse(database, 1, 12, 2,
                "{\"externalId\": \"42\", \"name\": \"Dana\", \"email\": null, \"signature\": \"x\"}");
        converse(database, 1, 13, 3, "{\"externalId\": \"42\", \"name\": \"Dana Levi\", \"email\": \"\"}");
        converse(database, 1, 14, 4, "{\"name\": \"Noa\"}");
        converse(database, 1, 15, 5, "{\"externalId\": \"\", \"name\": \"\"}");
        converse(database, 2, 16, 6, "{\"externalId\": \"42\", \"email\": \"a@b.example\"}");

        Migrations.run(settings);

        assertThat(rows(database, """
                select concat_ws(' ', right(tenant_id::text, 2), right(id::text, 2), external_id, name, email, verified,
                  blocked, extract(minute from first_seen_at), extract(minute from last_seen_at))
                from chat.contacts order by id""")).containsExactly("01 12 42 Dana Levi f f 2 3", "01 14 Noa f f 4 4",
                "02 16 42 a@b.example f f 6 6");
        assertThat(rows(database, """
                select right(id::text, 2) || ' ' || coalesce(right(contact_id::text, 2), 'nobody')
                from chat.conversations order by id""")).containsExactly("11 nobody", "12 12", "13 12", "14 14",
                "15 nobody", "16 16");
    }

    private static void migrateTo(String version, Database database, MigrationSettings settings) throws SQLException {
        try (Connection connection = database.connect()) {
            Roles.prepare(connection, settings, List.of("chat", "ingest", "billing", "adapter"));
        }
        Flyway.configure().dataSource(settings.url(), settings.user(), settings.password())
                .initSql("set role csai_owner").schemas("chat").createSchemas(false).table("schema_history")
                .locations("classpath:db/migration/chat").target(version).load().migrate();
    }

    private static void converse(Database database, int tenant, int id, int minute, String contact)
            throws SQLException {
        execute(database, """
                insert into chat.conversations (tenant_id, id, channel, status, locale, contact, created_at, updated_at)
                select %s, %s, 'widget', 'open', 'en', '%s', at, at
                from (select timestamptz '2026-01-01 00:00Z' + %d * interval '1 minute' as at) t
                """.formatted(ID.formatted(tenant), ID.formatted(id), contact, minute));
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(Database database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }
}
