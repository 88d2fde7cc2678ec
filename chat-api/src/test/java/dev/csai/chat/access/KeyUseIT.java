package dev.csai.chat.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyUseIT {

    private final TestApp app = TestApp.shared();
    private final Owner owner = Owner.of(app);
    private final Answer secret = owner.makeSecret("tenant:read");
    private final Answer publishable = owner.make("{\"name\": \"Site\", \"kind\": \"publishable\"}");

    @Test
    void a_key_that_was_never_used_has_no_last_use() {
        sweep();

        assertThat(lastUse(secret)).isNull();
    }

    @Test
    void uses_are_written_at_most_once_a_minute() {
        use();
        Instant first = app.clock.instant();
        sweep();
        assertThat(app.eventually(() -> first.toString().equals(lastUse(secret)))).isTrue();
        assertThat(app.eventually(() -> first.toString().equals(lastUse(publishable)))).isTrue();

        app.clock.forward(Duration.ofSeconds(59));
        use();
        Instant second = app.clock.instant();
        sweep();
        assertThat(lastUse(secret)).isEqualTo(first.toString());

        app.clock.forward(Duration.ofSeconds(1));
        sweep();
        assertThat(app.eventually(() -> second.toString().equals(lastUse(secret)))).isTrue();
    }

    @Test
    void what_was_refused_is_no_use() {
        app.get("/v1/tenant").key(secret.text("/key")).origin("https://shop.example").send();
        app.get("/v1/widget/config").key(publishable.text("/key")).origin("https://evil.example").send();
        sweep();

        assertThat(lastUse(secret)).isNull();
        assertThat(lastUse(publishable)).isNull();
    }

    @Test
    void nobody_waits_for_a_row_that_somebody_else_holds() throws SQLException {
        try (Connection holder = app.database.connect(); Statement sql = holder.createStatement()) {
            holder.setAutoCommit(false);
            sql.execute("select from chat.api_keys where id = '" + secret.text("/id") + "' for update");
            use();

            sweep();

            assertThat(app.eventually(() -> lastUse(publishable) != null)).isTrue();
            assertThat(lastUse(secret)).isNull();
        }
    }

    private void use() {
        assertThat(app.get("/v1/tenant").key(secret.text("/key")).send().status()).isEqualTo(200);
        assertThat(app.get("/v1/widget/config").key(publishable.text("/key")).send().status()).isEqualTo(200);
    }

    private void sweep() {
        app.context().getBean(KeyUse.class).sweep().block();
    }

    /** Null if there is none. */
    private @Nullable String lastUse(Answer made) {
        for (var key : owner.call("GET", "/v1/api-keys").send().json().at("/items")) {
            if (key.at("/id").asString().equals(made.text("/id"))) {
                return key.has("lastUsedAt") ? key.at("/lastUsedAt").asString() : null;
            }
        }
        throw new AssertionError("the key is not listed");
    }
}
