package dev.csai.chat.contact;

import static dev.csai.chat.contact.Shopper.NO_SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.audit.Changes;
import dev.csai.chat.audit.Log;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a blocked contact says leaves no turn, and without a turn nothing is retrieved, asked of a model or counted. */
class BlockedContactIT {

    private static final TestApp app = TestApp.shared();

    private final Shopper shop = Shopper.of(app);

    @Test
    void a_blocked_contact_is_refused_wherever_they_write_until_they_are_let_in_again() {
        String session = shop.say(NO_SESSION, shop.signed("42")).text("/sessionId");
        String contact = shop.onlyContact();
        assertThat(shop.block(contact, true).json().at("/blocked").asBoolean()).isTrue();
        List<String> before = shop.traces();

        assertRefused(shop.say(session, ""));
        assertRefused(shop.say(session, shop.signed("42")));
        assertRefused(shop.say(NO_SESSION, shop.signed("42")));
        assertRefused(shop.say(session, "{\"externalId\": \"7\", \"name\": \"Somebody else\"}"));
        assertRefused(shop.say(session, shop.signed("43")));
        assertRefused(shop.sayAs(UUID.randomUUID(), session, "").header("Accept", "text/event-stream").send());

        assertThat(shop.traces()).isEqualTo(before);
        assertThat(shop.say(NO_SESSION, shop.signed("43")).status()).isEqualTo(200);
        assertThat(shop.block(contact, false).json().at("/blocked").asBoolean()).isFalse();
        assertThat(shop.say(session, "").status()).isEqualTo(200);
        assertThat(shop.say(NO_SESSION, shop.signed("42")).text("/sessionId")).isEqualTo(session);
        assertThat(shop.transcript(session)).hasSize(6);
    }

    @Test
    void a_message_that_was_answered_before_the_block_is_not_given_again() {
        UUID id = UUID.randomUUID();
        assertThat(shop.sayAs(id, NO_SESSION, shop.signed("42")).send().status()).isEqualTo(200);
        shop.block(shop.onlyContact(), true);

        assertRefused(shop.sayAs(id, NO_SESSION, shop.signed("42")).send());
        assertRefused(shop.sayAs(id, NO_SESSION, "").send());
    }

    @Test
    void whom_a_page_merely_names_stays_blocked_in_a_new_session() {
        String claim = "{\"externalId\": \"42\", \"name\": \"Dana\"}";
        String session = shop.say(NO_SESSION, claim).text("/sessionId");
        shop.block(shop.onlyContact(), true);
        List<String> before = shop.traces();

        assertRefused(shop.say(session, ""));
        assertRefused(shop.say(session, "{\"externalId\": \"43\"}"));
        assertRefused(shop.say(NO_SESSION, claim));

        assertThat(shop.traces()).isEqualTo(before);
        // Who has proven to be the one they name is somebody else.
        assertThat(shop.say(NO_SESSION, shop.signed("42")).status()).isEqualTo(200);
    }

    @Test
    void a_contact_without_an_external_id_is_blocked_with_the_conversation() {
        String session = shop.say(NO_SESSION, "{\"name\": \"Dana\"}").text("/sessionId");
        shop.block(shop.onlyContact(), true);

        assertRefused(shop.say(session, ""));
        assertRefused(shop.say(session, "{\"email\": \"dana@example.com\"}"));
        assertRefused(shop.say(session, shop.signed("42")));
    }

    @Test
    void the_log_tells_that_somebody_was_blocked_and_nothing_of_who_they_are() {
        shop.say(NO_SESSION, "{\"externalId\": \"42\", \"name\": \"Dana\"}");
        String contact = shop.onlyContact();
        shop.block(contact, true);
        shop.block(contact, false);

        String free = "{\"blocked\":false}";
        String blocked = "{\"blocked\":true}";
        List<JsonNode> entries = Log.of(shop.owner()).of("PATCH /v1/contacts/{id}");
        assertThat(entries).extracting(Changes::of).containsExactly(new Changes(blocked, free),
                new Changes(free, blocked));
        assertThat(entries.getFirst().at("/target").toString())
                .isEqualTo("{\"kind\":\"contact\",\"id\":\"%s\"}".formatted(contact));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("contact-blocked");
    }
}
