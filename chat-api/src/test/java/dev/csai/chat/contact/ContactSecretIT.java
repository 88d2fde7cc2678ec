package dev.csai.chat.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.audit.Changes;
import dev.csai.chat.audit.Log;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContactSecretIT {

    private static final String PATH = "/v1/tenant/contact-secret";
    private static final TestApp app = TestApp.shared();

    private final Owner owner = Owner.of(app);

    @Test
    void is_shown_once_and_kept_sealed() {
        assertThat(owner.call("GET", PATH).send().problem()).isEqualTo("not-found");
        Instant now = app.clock.instant();

        Answer made = owner.call("POST", PATH).send();

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/secret")).matches("cs_[\\w-]{43}");
        assertThat(owner.call("GET", PATH).send().response().body()).isEqualTo("{\"createdAt\":\"" + now + "\"}");
        assertThat(rows("sealed")).hasSize(1).allSatisfy(sealed -> assertThat(sealed).startsWith("v1."));
        assertThat(owner.call("POST", PATH).send().text("/secret")).isNotEqualTo(made.text("/secret"));
    }

    @Test
    void tells_how_long_the_one_before_still_works() {
        owner.call("POST", PATH).send();
        Instant end = app.clock.instant().plus(Duration.ofHours(24));

        assertThat(owner.call("POST", PATH).send().text("/previousUntil")).isEqualTo(end.toString());
        assertThat(owner.call("GET", PATH).send().text("/previousUntil")).isEqualTo(end.toString());

        assertThat(owner.call("DELETE", PATH + "/previous").send().status()).isEqualTo(204);
        assertThat(owner.call("GET", PATH).send().json().has("previousUntil")).isFalse();
        assertThat(owner.call("DELETE", PATH + "/previous").send().status()).isEqualTo(204);
        assertThat(rows("id")).hasSize(1);
    }

    @Test
    void is_made_so_often_within_a_day_and_no_more() {
        assertThat(Stream.generate(() -> owner.call("POST", PATH).send().status()).limit(6).toList())
                .isEqualTo(List.of(201, 201, 201, 201, 201, 409));

        app.clock.forward(Duration.ofHours(24));

        assertThat(owner.again().call("POST", PATH).send().status()).isEqualTo(201);
        assertThat(rows("id")).hasSize(2);
    }

    @Test
    void is_told_of_in_the_log_by_its_times_alone() {
        Instant first = app.clock.instant();
        owner.call("POST", PATH).send();
        app.clock.forward(Duration.ofMinutes(1));
        Instant second = app.clock.instant();
        owner.call("POST", PATH).send();
        owner.call("DELETE", PATH + "/previous").send();

        String one = "{\"createdAt\":\"%s\"}".formatted(first);
        String both = "{\"createdAt\":\"%s\",\"previousUntil\":\"%s\"}".formatted(second,
                second.plus(Duration.ofHours(24)));
        String other = "{\"createdAt\":\"%s\"}".formatted(second);
        assertThat(Log.of(owner).of("POST " + PATH)).extracting(Changes::of)
                .containsExactly(new Changes(one, both), new Changes("", one));
        assertThat(Log.of(owner).of("DELETE " + PATH + "/previous")).extracting(Changes::of)
                .containsExactly(new Changes(both, other));
    }

    @Test
    void is_for_owners_and_admins() {
        assertThat(List.of(Role.ADMIN, Role.AGENT)).extracting(role -> {
            String email = TestApp.newEmail();
            app.member(owner.tenant(), role, email);
            return app.post(PATH).token(app.token(email)).send().status();
        }).containsExactly(201, 403);
    }

    private List<String> rows(String column) {
        return app.rows("select %s from chat.contact_secrets where tenant_id = '%s'".formatted(column, owner.tenant()));
    }
}
