package dev.csai.chat.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two processes on one database. */
class KnownKeysIT {

    private static final Duration EVERYWHERE = Duration.ofSeconds(60);
    private static final String SHOP = "https://shop.example";
    private static final String OTHER = "https://other.example";

    private static final TestApp here = TestApp.strict();
    private static final TestApp there = here.beside();
    private static final Owner owner = Owner.of(here);

    @AfterAll
    static void stop() {
        there.close();
    }

    @Test
    void a_revoked_key_is_dead_here_at_once_and_everywhere_within_a_minute() {
        Answer secret = owner.makeSecret("tenant:read");
        Answer publishable = owner.make("{\"name\": \"Site\", \"kind\": \"publishable\"}");
        assertThat(tenantStatus(here, secret)).isEqualTo(200);
        assertThat(tenantStatus(there, secret)).isEqualTo(200);
        assertThat(configStatus(here, publishable, SHOP)).isEqualTo(403);
        assertThat(configStatus(there, publishable, there.origin())).isEqualTo(200);

        assertThat(owner.call("DELETE", "/v1/api-keys/" + secret.text("/id")).send().status()).isEqualTo(204);
        assertThat(owner.call("DELETE", "/v1/api-keys/" + publishable.text("/id")).send().status()).isEqualTo(204);

        assertThat(tenantStatus(here, secret)).isEqualTo(401);
        assertThat(configStatus(here, publishable, here.origin())).isEqualTo(401);
        here.clock.forward(EVERYWHERE);
        assertThat(tenantStatus(there, secret)).isEqualTo(401);
        assertThat(configStatus(there, publishable, there.origin())).isEqualTo(401);
    }

    @Test
    void changed_origins_hold_here_at_once_and_everywhere_within_a_minute() {
        Answer key = owner.make("""
                {"name": "Site", "kind": "publishable", "allowedOrigins": ["%s"]}""".formatted(SHOP));
        assertThat(configStatus(here, key, SHOP)).isEqualTo(200);
        assertThat(configStatus(there, key, SHOP)).isEqualTo(200);

        owner.call("PATCH", "/v1/api-keys/" + key.text("/id"))
                .json("PATCH", "{\"allowedOrigins\": [\"%s\"]}".formatted(OTHER)).send();

        assertThat(configStatus(here, key, SHOP)).isEqualTo(403);
        assertThat(configStatus(here, key, OTHER)).isEqualTo(200);
        here.clock.forward(EVERYWHERE);
        assertThat(configStatus(there, key, SHOP)).isEqualTo(403);
        assertThat(configStatus(there, key, OTHER)).isEqualTo(200);
    }

    @Test
    void changed_scopes_hold_within_half_a_minute() {
        Answer key = owner.makeSecret("tenant:read");
        assertThat(tenantStatus(there, key)).isEqualTo(200);

        here.sql("update chat.api_keys set scopes = '{tools:read}' where id = '%s'".formatted(key.text("/id")));
        here.clock.forward(Duration.ofSeconds(30));

        assertThat(tenantStatus(there, key)).isEqualTo(403);
    }

    @Test
    void a_rotated_key_ends_to_the_second_even_where_it_was_known_before() {
        Answer key = owner.makeSecret("tenant:read");

        Answer successor = owner.call("POST", "/v1/api-keys/" + key.text("/id") + "/rotate")
                .json("{\"overlapMinutes\": 5}").send();
        here.clock.forward(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(tenantStatus(here, key)).isEqualTo(200);
        assertThat(tenantStatus(there, key)).isEqualTo(200);

        here.clock.forward(Duration.ofSeconds(1));
        assertThat(tenantStatus(here, key)).isEqualTo(401);
        assertThat(tenantStatus(there, key)).isEqualTo(401);
        assertThat(tenantStatus(there, successor)).isEqualTo(200);
    }

    @Test
    void whoever_guesses_keys_is_held_back_and_hinders_nobody_who_has_one() {
        Answer key = owner.makeSecret("tenant:read");
        assertThat(tenantStatus(there, key)).isEqualTo(200);

        long refused = IntStream.range(0, UnknownKeys.FROM_ONE + 20)
                .mapToObj(n -> there.get("/v1/tenant").key(KeyText.generateSecret()).send())
                .filter(answer -> answer.problem().equals("rate-limited"))
                .peek(answer -> assertThat(answer.header("Retry-After")).contains("10"))
                .count();

        assertThat(refused).isEqualTo(20);
        owner.call("PATCH", "/v1/api-keys/" + key.text("/id")).json("PATCH", "{\"name\": \"Known\"}").send();
        there.context().getBean(KnownKeys.class).forget(UUID.fromString(key.text("/id")));
        assertThat(tenantStatus(there, key)).isEqualTo(200);
    }

    private static int tenantStatus(TestApp app, Answer key) {
        return app.get("/v1/tenant").key(key.text("/key")).send().status();
    }

    private static int configStatus(TestApp app, Answer key, String origin) {
        return app.get("/v1/widget/config").key(key.text("/key")).origin(origin).send().status();
    }
}
