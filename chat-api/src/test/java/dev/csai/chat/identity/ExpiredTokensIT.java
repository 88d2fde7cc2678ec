package dev.csai.chat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExpiredTokensIT {

    private final TestApp app = TestApp.shared();
    private final UUID person = app.seed.person("Somebody", TestApp.newEmail(), TestApp.PASSWORD, true);

    @Test
    void tokens_of_sessions_that_are_over_are_purged_however_many_and_no_others() {
        insert(2500, "0 s");
        insert(3, "1 s");

        app.context().getBean(ExpiredTokens.class).sweep().block();

        assertThat(app.rows("select count(*) from chat.refresh_tokens where person_id = '" + person + "'"))
                .containsExactly("3");
    }

    private void insert(int tokens, String left) {
        app.sql("""
                insert into chat.refresh_tokens (token_hash, family_id, person_id, issued_at, expires_at)
                select sha256(('%1$s' || n || '%4$s')::bytea), '%2$s', '%1$s', now(), timestamptz '%3$s' + interval '%4$s'
                from generate_series(1, %5$d) n
                """
                .formatted(person, Ids.next(), app.clock.instant(), left, tokens));
    }
}
