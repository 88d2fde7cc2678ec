package dev.csai.chat.contact;

import static dev.csai.chat.contact.Shopper.NO_SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ContactsIT {

    private static final TestApp app = TestApp.shared();

    private final Shopper shop = Shopper.of(app);

    @Test
    void come_page_by_page_newest_first() {
        for (int i = 1; i <= 5; i++) {
            shop.say(NO_SESSION, "{\"externalId\": \"%d\"}".formatted(i));
        }

        Answer first = list("limit=2");
        Answer second = list("limit=2&cursor=" + first.text("/nextCursor"));
        Answer third = list("limit=2&cursor=" + second.text("/nextCursor"));

        assertThat(List.of(ids(first), ids(second), ids(third)))
                .containsExactly(List.of("5", "4"), List.of("3", "2"), List.of("1"));
        assertThat(third.json().at("/nextCursor").isNull()).isTrue();
        assertThat(list("limit=201").problem()).isEqualTo("invalid-request");
        assertThat(list("cursor=x").problem()).isEqualTo("invalid-request");
    }

    @Test
    void are_found_by_a_part_of_what_is_known_of_them() {
        shop.say(NO_SESSION, "{\"externalId\": \"A-1\", \"name\": \"דנה לוי\"}");
        shop.say(NO_SESSION, "{\"externalId\": \"B-2\", \"name\": \"Noa\", \"email\": \"noa@Example.com\"}");
        shop.say(NO_SESSION, "{\"externalId\": \"100%\"}");

        Map.of("a-1", List.of("A-1"), "לוי", List.of("A-1"), "EXAMPLE", List.of("B-2"), "%", List.of("100%"),
                "-", List.of("B-2", "A-1"), "nobody", List.<String>of(), "1 דנה", List.<String>of())
                .forEach((text, found) -> assertThat(
                        ids(list("text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))).as(text)
                        .isEqualTo(found));
    }

    @Test
    void one_is_shown_with_when_it_was_seen() {
        Instant first = app.clock.instant();
        String session = shop.say(NO_SESSION, shop.signed("42")).text("/sessionId");
        app.clock.forward(Duration.ofSeconds(7));
        shop.say(session, "");

        JsonNode contact = shop.owner().call("GET", "/v1/contacts/" + shop.onlyContact()).send().json();

        assertThat(contact.toString()).isEqualTo("""
                {"id":"%s","externalId":"42","verified":true,"blocked":false,"firstSeenAt":"%s","lastSeenAt":"%s"}"""
                .formatted(shop.onlyContact(), first, first.plusSeconds(7)));
    }

    @Test
    void only_the_block_can_be_changed() {
        shop.say(NO_SESSION, shop.signed("42"));
        String path = "/v1/contacts/" + shop.onlyContact();

        assertThat(List.of("{}", "{\"blocked\": null}", "{\"blocked\": \"yes\"}", "{\"verified\": true}"))
                .allSatisfy(body -> assertThat(
                        shop.owner().call("PATCH", path).json("PATCH", body).send().problem()).as(body)
                        .isEqualTo("invalid-request"));
    }

    @Test
    void are_the_business_of_all_members_and_of_keys_for_conversations() {
        shop.say(NO_SESSION, shop.signed("42"));
        String path = "/v1/contacts/" + shop.onlyContact();
        String reading = shop.owner().secret("conversations:read");
        String writing = shop.owner().secret("conversations:write");

        assertThat(List.of(Role.OWNER, Role.ADMIN, Role.AGENT)).allSatisfy(role -> {
            String email = TestApp.newEmail();
            app.member(shop.tenant(), role, email);
            String token = app.token(email);
            assertThat(app.get("/v1/contacts").token(token).send().status()).isEqualTo(200);
            assertThat(app.call("PATCH", path).token(token).json("PATCH", "{\"blocked\": true}").send().status())
                    .isEqualTo(200);
        });
        assertThat(app.get(path).key(reading).send().status()).isEqualTo(200);
        assertThat(app.get(path).key(writing).send().status()).isEqualTo(403);
        assertThat(app.call("PATCH", path).key(writing).json("PATCH", "{\"blocked\": true}").send().status())
                .isEqualTo(200);
        assertThat(app.get(path).key(shop.key()).send().status()).isEqualTo(403);
        assertThat(app.get(path).key(shop.owner().secret("knowledge:read")).send().status()).isEqualTo(403);
    }

    @Test
    void another_tenants_are_not_there() {
        shop.say(NO_SESSION, shop.signed("42"));
        String path = "/v1/contacts/" + shop.onlyContact();
        Owner other = Owner.of(app);

        assertThat(other.call("GET", "/v1/contacts").send().json().at("/items")).isEmpty();
        Answer foreign = other.call("GET", path).send();
        assertThat(foreign.problem()).isEqualTo("not-found");
        assertThat(other.call("PATCH", path).json("PATCH", "{\"blocked\": true}").send().problem())
                .isEqualTo("not-found");
        assertThat(other.call("GET", "/v1/contacts/" + UUID.randomUUID()).send().text("/detail"))
                .isEqualTo(foreign.text("/detail"));
        assertThat(shop.contacts().at("/0/blocked").asBoolean()).isFalse();
    }

    private Answer list(String query) {
        return shop.owner().call("GET", "/v1/contacts?" + query).send();
    }

    private static List<String> ids(Answer list) {
        return list.json().at("/items").valueStream().map(contact -> contact.at("/externalId").asString()).toList();
    }
}
