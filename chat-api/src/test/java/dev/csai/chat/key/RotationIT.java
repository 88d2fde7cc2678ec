package dev.csai.chat.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotationIT {

    private static final TestApp app = TestApp.shared();

    private final Owner owner = Owner.of(app);
    private final Answer old = owner.makeSecret("tenant:read", "tools:read");

    @Test
    void the_successor_is_as_the_old_key_was_and_both_work_for_a_day() {
        Instant end = app.clock.instant().plus(Duration.ofDays(1));

        Answer successor = rotate(old, "");

        assertThat(successor.status()).isEqualTo(201);
        assertThat(successor.text("/key")).matches("sk_[0-9A-Za-z]{32}").isNotEqualTo(old.text("/key"));
        assertThat(successor.text("/name")).isEqualTo("Shop server");
        assertThat(successor.json().at("/scopes")).isEqualTo(old.json().at("/scopes"));
        assertThat(successor.text("/status")).isEqualTo("active");
        assertThat(state(owner, old)).isEqualTo("expiring until " + end);

        app.clock.forward(Duration.ofDays(1).minusSeconds(1));
        assertThat(works(old)).isTrue();
        assertThat(works(successor)).isTrue();
        app.clock.forward(Duration.ofSeconds(1));
        assertThat(works(old)).isFalse();
        assertThat(works(successor)).isTrue();
        assertThat(state(owner.again(), old)).isEqualTo("revoked until " + end);
    }

    @Test
    void without_an_overlap_the_old_key_ends_at_once() {
        assertThat(works(old)).isTrue();

        Answer successor = rotate(old, "{\"overlapMinutes\": 0}");

        assertThat(works(old)).isFalse();
        assertThat(works(successor)).isTrue();
        assertThat(state(owner, old)).isEqualTo("revoked");
    }

    @Test
    void a_publishable_key_keeps_its_origins() {
        Answer page = owner.make("""
                {"name": "Site", "kind": "publishable", "allowedOrigins": ["https://shop.example"]}""");

        Answer successor = rotate(page, "{\"overlapMinutes\": 10080}");

        assertThat(successor.text("/key")).matches("pk_[0-9A-Za-z]{32}").isNotEqualTo(page.text("/key"));
        for (Answer key : List.of(page, successor)) {
            assertThat(app.get("/v1/widget/config").key(key.text("/key")).origin("https://shop.example").send()
                    .status()).isEqualTo(200);
        }
    }

    @Test
    void of_twenty_who_rotate_at_once_one_gets_the_successor_and_the_others_are_told_so() throws SQLException {
        List<CompletableFuture<Answer>> asked;
        try (Connection holder = app.database.connect(); Statement sql = holder.createStatement()) {
            holder.setAutoCommit(false);
            sql.execute("select from chat.api_keys where id = '" + old.text("/id") + "' for update");
            asked = Stream.generate(() -> owner.call("POST", path(old)).sendAsync()).limit(20).toList();
            assertThat(app.eventually(() -> waitingForALock() > 10)).isTrue();
        }
        List<Answer> answers = asked.stream().map(CompletableFuture::join).toList();

        assertThat(answers).filteredOn(answer -> answer.status() == 201).singleElement()
                .satisfies(successor -> assertThat(works(successor)).isTrue());
        assertThat(answers).filteredOn(answer -> answer.problem().equals("conflict")).hasSize(19);
        assertThat(owner.call("GET", "/v1/api-keys").send().json().at("/items").size()).isEqualTo(2);
        assertThat(works(old)).isTrue();
    }

    @Test
    void a_revoked_key_stays_dead_whatever_its_overlap_was() {
        rotate(old, "{\"overlapMinutes\": 60}");

        owner.call("DELETE", "/v1/api-keys/" + old.text("/id")).send();

        assertThat(works(old)).isFalse();
        assertThat(rotate(old, "").problem()).isEqualTo("conflict");
    }

    @Test
    void a_tenant_with_all_its_keys_rotates_without_overlap_only() {
        for (int n = 1; n < 50; n++) {
            owner.makeSecret("tenant:read");
        }

        assertThat(rotate(old, "").problem()).isEqualTo("conflict");
        assertThat(works(old)).isTrue();
        assertThat(state(owner, old)).isEqualTo("active");
        assertThat(rotate(old, "{\"overlapMinutes\": 0}").status()).isEqualTo(201);
        assertThat(works(old)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"overlapMinutes": -1}     | /overlapMinutes | out-of-range
            {"overlapMinutes": 10081}  | /overlapMinutes | out-of-range
            {"overlapMinutes": "5"}    | /overlapMinutes | wrong-type
            {"overlapMinutes": 1.5}    | /overlapMinutes | wrong-type
            {"overlap": 5}             | /overlap        | unknown
            """)
    void says_what_is_wrong_with_a_wish_and_rotates_nothing(String body, String pointer, String code) {
        Answer answer = rotate(old, body);

        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.text("/errors/0/code")).isEqualTo(code);
        assertThat(state(owner, old)).isEqualTo("active");
    }

    @Test
    void an_admin_gets_no_key_that_opens_more_than_an_admin_may_do() {
        Answer usage = owner.makeSecret("usage:read");
        String email = TestApp.newEmail();
        app.member(owner.tenant(), Role.ADMIN, email);
        String admin = app.token(email);

        assertThat(app.post(path(usage)).token(admin).send().problem()).isEqualTo("forbidden");
        assertThat(state(owner, usage)).isEqualTo("active");
        assertThat(app.post("/v1/api-keys").token(admin).json("""
                {"name": "x", "kind": "secret", "scopes": ["tenant:read", "usage:read"]}""").send().problem())
                .isEqualTo("forbidden");
        assertThat(app.post(path(old)).token(admin).send().status()).isEqualTo(201);
        assertThat(app.call("DELETE", "/v1/api-keys/" + usage.text("/id")).token(admin).send().status())
                .isEqualTo(204);
    }

    private static long waitingForALock() {
        return Long.parseLong(app.rows("""
                select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
                """).getFirst());
    }

    private Answer rotate(Answer key, String body) {
        return body.isEmpty() ? owner.call("POST", path(key)).send() : owner.call("POST", path(key)).json(body).send();
    }

    private static String path(Answer key) {
        return "/v1/api-keys/" + key.text("/id") + "/rotate";
    }

    private static boolean works(Answer key) {
        return app.get("/v1/tenant").key(key.text("/key")).send().status() == 200;
    }

    private static String state(Owner owner, Answer made) {
        return owner.call("GET", "/v1/api-keys?limit=200").send().json().at("/items").valueStream()
                .filter(key -> key.at("/id").asString().equals(made.text("/id")))
                .map(key -> key.at("/status").asString()
                        + (key.has("expiresAt") ? " until " + key.at("/expiresAt").asString() : ""))
                .findFirst().orElseThrow();
    }
}
