package dev.csai.standalone.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.shared.db.VectorForm;
import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.DatabaseWall;
import dev.csai.shared.testing.TestServices;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseWallIT {

    private final Database database = TestServices.migratedDatabase(VectorForm.PGVECTOR);
    private Connection connection = open();

    @BeforeEach
    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    /** Roles belong to the server: nothing that is torn down here is ever committed. */
    @AfterEach
    void undo() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void the_wall_stands() throws SQLException {
        assertThat(DatabaseWall.breaches(connection)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            drop policy tenant on chat.messages | chat.messages has no policy for csai_app
            alter table chat.turns disable row level security | chat.turns does not enable row-level security
            alter table billing.usage_records no force row level security | billing.usage_records does not force row-level security
            create table chat.notes (tenant_id uuid, id uuid) | chat.notes does not enable row-level security
            create policy open on chat.feedback to csai_app using (true) | chat.feedback has a policy for {csai_app} that does not tie rows to one tenant: open
            create policy open on chat.feedback using (tenant_id is not null) | chat.feedback has a policy for {public} that does not tie rows to one tenant: open
            alter policy tenant on chat.documents with check (true) | chat.documents has a policy for {csai_app} that does not tie rows to one tenant: tenant
            alter view billing.usage_v1 set (security_invoker = false) | billing.usage_v1 is a view without security_invoker
            create materialized view chat.copies as select * from chat.messages | chat.copies is a materialized view, which no policy guards
            alter table chat.feedback owner to csai_app | csai_app owns feedback
            alter role csai_app bypassrls | csai_app may go around row-level security
            grant csai_owner to csai_app | csai_app may make itself another role
            grant create on schema chat to csai_app | csai_app may create in chat
            create function chat.peek() returns text language sql security definer return 'all' | chat.peek runs with its owner's rights and csai_app may call it
            create table chat.notes (tenant_id uuid, id uuid, message_id uuid unique); alter table chat.feedback add x uuid references chat.notes (message_id) | chat.feedback has a foreign key to another tenant table without the tenant: feedback_x_fkey
            """)
    void a_breach_is_found(String breach, String finding) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(breach);
        }
        assertThat(DatabaseWall.breaches(connection)).contains(finding);
    }

    private Connection open() {
        try {
            return database.connect();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
