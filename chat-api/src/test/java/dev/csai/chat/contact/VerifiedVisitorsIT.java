package dev.csai.chat.contact;

import static dev.csai.chat.contact.Shopper.NO_SESSION;
import static dev.csai.chat.contact.Shopper.signature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerifiedVisitorsIT {

    private static final TestApp app = TestApp.shared();

    private final Shopper shop = Shopper.of(app);

    @Test
    void a_verified_contact_goes_on_where_another_device_stopped() {
        Answer atHome = shop.say(NO_SESSION, shop.signed("42"));

        Answer back = shop.comeBack(shop.signed("42"));
        Answer onTheWay = shop.say(NO_SESSION, shop.signed("42"));

        assertThat(back.text("/sessionId")).isEqualTo(atHome.text("/sessionId"));
        assertThat(onTheWay.text("/conversationId")).isEqualTo(atHome.text("/conversationId"));
        assertThat(shop.transcript(back.text("/sessionId"))).hasSize(4);
        assertThat(shop.contacts()).hasSize(1);
        assertThat(shop.contacts().at("/0/externalId").asString()).isEqualTo("42");
        assertThat(shop.contacts().at("/0/verified").asBoolean()).isTrue();
        // To another contact it is nobody's.
        assertThat(shop.comeBack(shop.signed("43")).response().body()).isEqualTo("{\"sessionId\":null}");
        assertThat(shop.say(NO_SESSION, shop.signed("43")).text("/conversationId"))
                .isNotEqualTo(atHome.text("/conversationId"));
    }

    @Test
    void first_messages_from_many_devices_at_once_are_one_conversation() {
        String contact = shop.signed("42");
        List<CompletableFuture<Answer>> said = Stream
                .generate(() -> shop.sayAs(UUID.randomUUID(), NO_SESSION, contact).sendAsync()).limit(8).toList();

        assertThat(said).extracting(answer -> answer.join().text("/conversationId")).doesNotContain("")
                .containsOnly(said.getFirst().join().text("/conversationId"));
        assertThat(shop.contacts()).hasSize(1);
    }

    @Test
    void the_same_message_sent_again_is_answered_and_counted_once() {
        UUID id = UUID.randomUUID();
        Answer first = shop.sayAs(id, NO_SESSION, shop.signed("42")).send();
        String conversation = conversation();
        app.clock.forward(Duration.ofSeconds(1));

        Answer again = shop.sayAs(id, NO_SESSION, shop.signed("42")).send();
        Answer elsewhere = shop.sayAs(id, first.text("/sessionId"), shop.signed("42")).send();

        assertThat(List.of(again, elsewhere)).extracting(answer -> answer.response().body())
                .containsOnly(first.response().body());
        assertThat(shop.transcript(first.text("/sessionId"))).hasSize(2);
        assertThat(app.rows("select payload from public.told where tenant_id = '%s'".formatted(shop.tenant())))
                .hasSize(1);
        assertThat(conversation()).isEqualTo(conversation);
    }

    @Test
    void a_resolved_conversation_is_shown_but_not_gone_on_with_unasked() {
        Answer first = shop.say(NO_SESSION, shop.signed("42"));
        app.sql("update chat.conversations set status = 'resolved' where tenant_id = '%s'".formatted(shop.tenant()));

        assertThat(shop.comeBack(shop.signed("42")).text("/sessionId")).isEqualTo(first.text("/sessionId"));
        app.clock.forward(Duration.ofSeconds(1));
        Answer second = shop.say(NO_SESSION, shop.signed("42"));

        assertThat(second.text("/conversationId")).isNotEqualTo(first.text("/conversationId"));
        assertThat(shop.comeBack(shop.signed("42")).text("/sessionId")).isEqualTo(second.text("/sessionId"));
    }

    @Test
    void who_logs_in_in_the_middle_takes_the_conversation_along_and_nobody_elses() {
        String session = shop.say(NO_SESSION, "{\"name\": \"Somebody\"}").text("/sessionId");

        assertThat(shop.say(session, shop.signed("42")).status()).isEqualTo(200);

        assertThat(shop.comeBack(shop.signed("42")).text("/sessionId")).isEqualTo(session);
        List<String> before = shop.traces();
        assertThat(shop.say(session, shop.signed("43")).problem()).isEqualTo("not-found");
        assertThat(shop.traces()).isEqualTo(before);
        // The handle alone still opens it, and what its page says changes nothing.
        assertThat(shop.say(session, "{\"externalId\": \"43\", \"name\": \"Mallory\"}").status()).isEqualTo(200);
        assertThat(shop.contacts()).extracting(contact -> contact.at("/externalId").asString() + contact.at("/name"))
                .containsExactlyInAnyOrder("42", "\"Somebody\"");
    }

    @Test
    void what_a_page_says_without_a_signature_is_kept_and_proves_nothing() {
        Answer verified = shop.say(NO_SESSION, shop.signed("42"));
        String claim = "{\"externalId\": \"42\", \"name\": \"Dana\", \"email\": \"dana@example.com\"}";

        Answer merely = shop.say(NO_SESSION, claim);

        assertThat(merely.text("/conversationId")).isNotEqualTo(verified.text("/conversationId"));
        assertThat(shop.comeBack(claim).response().body()).isEqualTo("{\"sessionId\":null}");
        assertThat(shop.comeBack(shop.signed("42")).text("/sessionId")).isEqualTo(verified.text("/sessionId"));
        assertThat(shop.contacts()).hasSize(2);
        assertThat(shop.contacts().at("/0").toString()).contains("\"externalId\":\"42\"", "\"name\":\"Dana\"",
                "\"verified\":false", "\"blocked\":false");
        assertThat(shop.contacts().at("/1").has("name")).isFalse();
        assertThat(shop.comeBack("null").response().body()).isEqualTo("{\"sessionId\":null}");
    }

    @Test
    void what_is_said_of_a_nameless_contact_is_gathered_in_one() {
        assertThat(shop.say(NO_SESSION, "{\"name\": \" \"}").status()).isEqualTo(200);
        assertThat(shop.contacts()).isEmpty();
        UUID id = UUID.randomUUID();
        String session = shop.sayAs(id, NO_SESSION, "{\"name\": \"Dana\"}").send().text("/sessionId");
        shop.sayAs(id, NO_SESSION, "{\"name\": \"Dana\"}").send();

        shop.say(session, "{\"email\": \"dana@example.com\"}");

        assertThat(shop.contacts()).hasSize(1);
        assertThat(shop.contacts().at("/0/name").asString()).isEqualTo("Dana");
        assertThat(shop.contacts().at("/0/email").asString()).isEqualTo("dana@example.com");
    }

    @Test
    void of_what_is_signed_nothing_else_is_believed() {
        Instant end = app.clock.instant().plusSeconds(60);
        String token = SignedToken.hs256(shop.secret(),
                "{\"sub\": \"42\", \"name\": \"Dana\", \"exp\": %d}".formatted(end.getEpochSecond()));

        shop.say(NO_SESSION, "{\"externalId\": \"42\", \"name\": \"The boss\", \"email\": \"boss@example.com\", "
                + "\"signature\": \"" + token + "\"}");

        assertThat(shop.contacts().at("/0/name").asString()).isEqualTo("Dana");
        assertThat(shop.contacts().at("/0").has("email")).isFalse();
    }

    @Test
    void a_token_that_is_not_right_leaves_no_trace() {
        Instant now = app.clock.instant();
        String claims = "{\"sub\": \"42\", \"exp\": %d}".formatted(now.plusSeconds(60).getEpochSecond());
        String good = SignedToken.hs256(shop.secret(), claims);
        Shopper another = Shopper.of(app);
        List<String> wrong = List.of(signature(good.substring(0, good.length() - 4) + "AAAA"),
                signature(SignedToken.of(another.secret(), "42", now.plusSeconds(60))),
                signature(SignedToken.of(shop.secret(), "42", now)),
                signature(SignedToken.of(shop.secret(), "42", now.plus(Duration.ofHours(24)).plusSeconds(1))),
                signature(SignedToken.hs256(shop.secret(), "{\"sub\": \"42\"}")),
                signature(SignedToken.unsigned(claims)),
                signature(SignedToken.signed("HS512", "HmacSHA512", shop.secret(), claims)),
                signature("nonsense"),
                "{\"externalId\": \"43\", \"signature\": \"" + good + "\"}");

        assertThat(wrong).allSatisfy(contact -> {
            Answer refused = shop.say(NO_SESSION, contact);
            assertThat(refused.status()).as(contact).isEqualTo(401);
            assertThat(refused.problem()).isEqualTo("invalid-contact-token");
            assertThat(shop.comeBack(contact).problem()).isEqualTo("invalid-contact-token");
        });
        assertThat(shop.traces()).isEmpty();
        assertThat(shop.say(NO_SESSION, "{\"externalId\": \"42\", \"signature\": \"" + good + "\"}").status())
                .isEqualTo(200);
        // Nor does a tenant that has no secret believe anything.
        Shopper without = new Shopper(app, another.owner(),
                app.seed.publishableKey(app.tenant(100_000), List.of()), shop.secret());
        assertThat(without.say(NO_SESSION, signature(good)).problem()).isEqualTo("invalid-contact-token");
    }

    @Test
    void a_replaced_secret_works_for_a_day_more() {
        String before = shop.secret();
        assertThat(shop.say(NO_SESSION, shop.signed("42")).status()).isEqualTo(200);

        String after = Shopper.newSecret(shop.owner());

        assertThat(works(before)).isTrue();
        assertThat(works(after)).isTrue();
        app.clock.forward(Duration.ofHours(24).minusSeconds(1));
        assertThat(works(before)).isTrue();
        app.clock.forward(Duration.ofSeconds(1));
        assertThat(works(before)).isFalse();
        assertThat(works(after)).isTrue();
    }

    @Test
    void a_replaced_secret_ends_at_once_when_that_is_asked_for() {
        String before = shop.secret();
        String after = Shopper.newSecret(shop.owner());
        assertThat(works(before)).isTrue();

        assertThat(shop.owner().call("DELETE", "/v1/tenant/contact-secret/previous").send().status()).isEqualTo(204);

        assertThat(works(before)).isFalse();
        assertThat(works(after)).isTrue();
    }

    private boolean works(String secret) {
        String contact = signature(SignedToken.of(secret, "42", app.clock.instant().plusSeconds(60)));
        return shop.comeBack(contact).status() == 200;
    }

    /** The tenant's only one, with all that is known of it. */
    private String conversation() {
        return String.join("", app.rows("select c::text from chat.conversations c where tenant_id = '%s'"
                .formatted(shop.tenant())));
    }
}
