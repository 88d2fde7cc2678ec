package dev.csai.chat.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.testing.TestServices;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import reactor.core.publisher.Flux;

/** The chain of entries: one, whoever makes it longer, and broken by whatever is done to them. */
class SealingIT {

    private static final TestApp app = TestApp.shared();
    private static final int SEALERS = 4;
    /** What a super-user can do to triggers. */
    private static final String UNHINDERED = "set session_replication_role = replica; ";

    private final Sealing sealing = app.context().getBean(Sealing.class);
    private final Owner owner = Owner.of(app);

    @Test
    void however_many_seal_at_once_there_is_one_chain_of_all_entries() {
        for (int round = 0; round < 3; round++) {
            change(5);
            Flux.range(0, SEALERS).flatMap(sealer -> sealing.sweep()).blockLast();
        }
        seal();

        assertThat(verification()).isEqualTo("{\"intact\":true,\"sealed\":16,\"unsealed\":0}");
        assertThat(app.rows("select position from chat.audit_seals where tenant_id = '%s' order by 1"
                .formatted(owner.tenant())))
                .isEqualTo(LongStream.rangeClosed(1, 16).mapToObj(Long::toString).toList());
    }

    @Test
    void a_chain_that_somebody_else_makes_longer_is_left_to_them() throws SQLException {
        seal();
        change(2);
        try (Connection other = app.database.connect(); Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute("select from chat.audit_chains where tenant_id = '%s' for update".formatted(owner.tenant()));

            sealing.sweep().block(Duration.ofSeconds(8));

            assertThat(verification()).isEqualTo("{\"intact\":true,\"sealed\":1,\"unsealed\":2}");
            other.rollback();
        }
        seal();
        assertThat(verification()).isEqualTo("{\"intact\":true,\"sealed\":3,\"unsealed\":0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update chat.audit_entries set after = '{}' where id = '%s'",
            "update chat.audit_entries set actor_name = 'Somebody else' where id = '%s'",
            "update chat.audit_entries set occurred_at = occurred_at - interval '1 us' where id = '%s'",
            "delete from chat.audit_entries where id = '%s'",
            "delete from chat.audit_seals where entry_id = '%1$s'; delete from chat.audit_entries where id = '%1$s'"})
    void what_was_tampered_with_is_found(String tampering) {
        change(3);
        seal();
        List<String> entries = entries();
        String second = entries.get(1);

        app.sql(UNHINDERED + tampering.formatted(second));

        boolean isGone = tampering.contains("audit_seals");
        assertThat(verification()).isEqualTo("{\"intact\":false,\"sealed\":4,\"unsealed\":0,\"brokenAt\":\"%s\"}"
                .formatted(isGone ? entries.get(2) : second));
    }

    @Test
    void a_chain_whose_end_was_cut_off_is_found_and_not_mended_by_what_comes_after() {
        change(3);
        seal();
        List<String> entries = entries();
        app.sql(UNHINDERED + """
                delete from chat.audit_seals where entry_id = '%1$s'; delete from chat.audit_entries where id = '%1$s';
                """.formatted(entries.get(3)));
        assertThat(verification()).contains("\"intact\":false", "\"brokenAt\":\"" + entries.get(3) + "\"");

        app.sql(UNHINDERED + """
                update chat.audit_chains c set sealed = 3, last_entry_id = s.entry_id, head = s.hash
                from chat.audit_seals s where s.tenant_id = c.tenant_id and s.entry_id = '%s'
                """.formatted(entries.get(2)));
        change(1);
        sealing.sweep().block();

        assertThat(verification()).contains("\"intact\":false", "\"unsealed\":1",
                "\"brokenAt\":\"" + entries.get(2) + "\"");
    }

    @Test
    void an_entry_that_was_removed_before_its_seal_is_missed() {
        seal();
        String id = "0192f0c1-0000-7000-8000-" + owner.tenant().toString().substring(24);
        app.sql("insert into chat.audit_unsealed (tenant_id, entry_id) values ('%s', '%s')".formatted(owner.tenant(),
                id));

        assertThat(verification()).isEqualTo("{\"intact\":false,\"sealed\":1,\"unsealed\":1,\"brokenAt\":\"%s\"}"
                .formatted(id));
        app.sql("delete from chat.audit_unsealed where entry_id = '" + id + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update chat.audit_entries set problem = null", "delete from chat.audit_entries",
            "truncate chat.audit_entries", "update chat.audit_seals set position = position + 1",
            "delete from chat.audit_seals", "truncate chat.audit_seals"})
    void neither_the_apps_nor_the_owner_change_what_is_written(String statement) throws SQLException {
        seal();

        assertThatThrownBy(() -> as("csai_app", TestServices.APP_PASSWORD, statement))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> as("csai_system", TestServices.SYSTEM_PASSWORD, statement))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> app.sql(statement)).hasStackTraceContaining("are never changed");
    }

    private static void as(String role, String password, String statement) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(app.database.jdbcUrl());
        source.setUser(role);
        source.setPassword(password);
        try (Connection connection = source.getConnection(); Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private void change(int times) {
        IntStream.range(0, times).forEach(time -> assertThat(owner.call("PATCH", "/v1/tenant")
                .json("PATCH", "{\"name\": \"Name " + time + "\"}").send().status()).isEqualTo(200));
    }

    /** The app's own sweep may be at it. */
    private void seal() {
        app.eventually(() -> {
            sealing.sweep().block();
            return app.rows("select 1 from chat.audit_unsealed u join chat.audit_entries e on e.id = u.entry_id"
                    + " where u.tenant_id = '" + owner.tenant() + "'").isEmpty();
        });
    }

    /** In the order of the chain. */
    private List<String> entries() {
        return app.rows("select entry_id from chat.audit_seals where tenant_id = '%s' order by position"
                .formatted(owner.tenant()));
    }

    private String verification() {
        return owner.call("GET", "/v1/audit-log/verification").send().response().body();
    }
}
