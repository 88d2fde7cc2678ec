package dev.csai.chat.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConversationsIT {

    private static final TestApp app = TestApp.shared();

    private final Owner owner = Owner.of(app);
    private final Talks talks = new Talks(app, owner.tenant());
    private final Instant now = app.clock.instant();

    @Test
    void come_page_by_page_the_latest_activity_first() {
        UUID first = talks.begun(now.minusSeconds(30));
        UUID second = talks.begun(now.minusSeconds(20));
        UUID third = talks.begun(now.minusSeconds(10));
        UUID atOnce = talks.begun(now.minusSeconds(10));
        talks.asked(first, now, "Anybody there?");

        Answer one = list("limit=2");
        Answer two = list("limit=2&cursor=" + one.text("/nextCursor"));

        assertThat(ids(one)).containsExactly(first, atOnce);
        assertThat(ids(two)).containsExactly(third, second);
        assertThat(two.json().at("/nextCursor").isNull()).isTrue();
        assertThat(List.of("limit=0", "limit=201", "cursor=x", cursor("+1000000000-12-31T23:59:59Z"),
                cursor("-4714-01-01T00:00:00Z"), "cursor=" + Ids.next(), "status=closed", "since=today",
                "until=%2B1000000-01-01T00:00:00Z", "contact=1"))
                .allSatisfy(wrong -> assertThat(list(wrong).problem()).as(wrong).isEqualTo("invalid-request"));
    }

    @Test
    void what_is_no_id_is_refused_in_words_of_ours() {
        assertThat(list("contact=x").json().at("/errors").toString()).isEqualTo("""
                [{"pointer":"contact","code":"malformed","detail":"The value has the wrong type or form."}]""");
    }

    @Test
    void one_is_shown_with_who_writes_and_what_was_said_last() {
        String key = app.seed.publishableKey(owner.tenant(), List.of());
        Answer said = say(key, "When do you open?", "{\"name\": \"דנה\", \"email\": \"dana@example.com\"}");
        JsonNode contact = owner.call("GET", "/v1/contacts").send().json().at("/items/0");
        String shown = """
                {"id":"%s","channel":"widget","status":"open","locale":"en","contact":{"id":"%s","name":"דנה",\
                "email":"dana@example.com","verified":false,"blocked":false},"turnCount":1,"createdAt":"%s",\
                "lastActivityAt":"%3$s","lastMessage":{"author":"assistant","text":%4$s,"outcome":"abstained",\
                "createdAt":"%3$s"}}""".formatted(said.text("/conversationId"), contact.at("/id").asString(), now,
                said.json().at("/text"));

        assertThat(list("").json().at("/items/0").toString()).isEqualTo(shown);
        assertThat(one(said.text("/conversationId")).response().body()).isEqualTo(shown);
    }

    @Test
    void are_found_by_status_channel_contact_and_time() {
        UUID resolved = talks.begun(now.minusSeconds(20));
        UUID open = talks.begun(now);
        UUID contact = Ids.next();
        app.sql("""
                insert into chat.contacts (tenant_id, id, name, verified, first_seen_at, last_seen_at)
                values ('%1$s', '%2$s', 'Noa', false, now(), now());
                update chat.conversations set status = 'resolved', contact_id = '%2$s' where id = '%3$s'
                """.formatted(owner.tenant(), contact, resolved));

        Map.of("status=resolved", List.of(resolved), "status=open", List.of(open), "status=handed_off",
                List.<UUID>of(), "channel=widget", List.of(open, resolved), "channel=whatsapp", List.<UUID>of(),
                "contact=" + contact, List.of(resolved), "since=" + now, List.of(open), "until=" + now,
                List.of(resolved), "status=&text=", List.of(open, resolved))
                .forEach((query, found) -> assertThat(ids(list(query))).as(query).isEqualTo(found));
    }

    @Test
    void are_found_by_what_was_said_in_whatever_case() {
        UUID hours = talks.begun(now.minusSeconds(10));
        talks.asked(hours, now.minusSeconds(9), "Opening HOURS, 100% sure?");
        UUID hebrew = talks.begun(now);
        talks.asked(hebrew, now, "מה שעות הפתיחה?");

        Map.of("hours", List.of(hours), "0% S", List.of(hours), "_", List.<UUID>of(), "הפתיחה", List.of(hebrew),
                "hello", List.of(hebrew, hours))
                .forEach((text, found) -> assertThat(ids(search(text, ""))).as(text).isEqualTo(found));
    }

    @Test
    void a_search_looks_through_a_thousand_conversations_at_a_time() {
        talks.many(1_001, now);

        Answer first = search("number 1", "&limit=1");
        Answer oldest = search("number 1", "&limit=200&until=" + now.plusSeconds(11));
        Answer nothing = search("number 1001?", "&until=" + now.plusSeconds(1001));
        Answer part = search("number 1?", "");

        assertThat(first.json().at("/items/0/lastMessage/text").asString()).isEqualTo("Is this number 1001?");
        assertThat(search("number 1", "&limit=1&cursor=" + first.text("/nextCursor"))
                .json().at("/items/0/lastMessage/text").asString()).isEqualTo("Is this number 1000?");
        assertThat(oldest.json().at("/items")).hasSize(2);
        assertThat(nothing.json().toString()).isEqualTo("{\"items\":[],\"nextCursor\":null}");
        assertThat(part.json().at("/items")).isEmpty();
        assertThat(part.json().at("/nextCursor").isString()).isTrue();
        assertThat(search("this", "&cursor=" + part.text("/nextCursor")).json().at("/items")).hasSize(1);
    }

    @Test
    void a_search_looks_through_no_more_than_a_very_long_conversation_at_a_time() {
        UUID older = talks.begun(now);
        UUID endless = talks.begun(now.plusSeconds(1));
        app.sql("update chat.conversations set turn_count = 5000 where id = '" + endless + "'");

        Answer first = search("hello", "");

        assertThat(ids(first)).containsExactly(endless);
        assertThat(ids(search("hello", "&cursor=" + first.text("/nextCursor")))).containsExactly(older);
    }

    @Test
    void a_transcript_tells_what_was_said_with_sources_outcome_and_feedback() {
        UUID conversation = talks.begun(now);
        String turn = app.rows("select id from chat.turns where conversation_id = '" + conversation + "'").getFirst();
        String citations = """
                [{"index":1,"documentId":"%1$s","chunkId":"%1$s","documentName":"Hours.pdf","page":2,"snippet":"At nine.","score":0.5}]"""
                .formatted(Ids.next());
        talks.answer(turn, Duration.ofSeconds(2), "answered", citations);
        app.sql("""
                insert into chat.feedback select tenant_id, id, 'down', 'At ten!', now() from chat.messages
                where conversation_id = '%s' and direction = 'outbound'
                """.formatted(conversation));

        JsonNode lines = messages(conversation, "").json().at("/items");

        assertThat(lines.valueStream().map(line -> line.at("/text").asString())).containsExactly("Hello!",
                "At nine. [1]");
        assertThat(lines.at("/0/author").asString()).isEqualTo("contact");
        assertThat(lines.at("/1/citations").toString()).isEqualTo(citations);
        assertThat(lines.at("/1/outcome").asString()).isEqualTo("answered");
        assertThat(lines.at("/1/feedback").toString()).isEqualTo("{\"rating\":\"down\",\"comment\":\"At ten!\"}");
        assertThat(lines.at("/1/createdAt").asString()).isEqualTo(now.plusSeconds(2).toString());
        Answer first = messages(conversation, "?limit=1");
        assertThat(messages(conversation, "?limit=1&cursor=" + first.text("/nextCursor")).json().at("/items/0"))
                .isEqualTo(lines.at("/1"));
    }

    @Test
    void another_tenants_are_not_there() {
        UUID theirs = new Talks(app, Owner.of(app).tenant()).begun(now);

        assertThat(list("").json().at("/items")).isEmpty();
        assertThat(owner.call("GET", "/v1/conversations.csv").send().response().body().lines()).hasSize(1);
        assertThat(one(theirs.toString()).problem()).isEqualTo("not-found");
        assertThat(messages(theirs, "").problem()).isEqualTo("not-found");
        assertThat(messages(theirs, "").text("/detail"))
                .isEqualTo(messages(UUID.randomUUID(), "").text("/detail"));
    }

    private Answer say(String key, String text, String contact) {
        return app.post("/v1/chat/messages").key(key).json("""
                {"clientMessageId": "%s", "text": "%s", "locale": "en", "contact": %s}""".formatted(UUID.randomUUID(),
                text, contact)).send();
    }

    /** One that this list never gave. */
    private static String cursor(String time) {
        return "cursor=" + Base64.getUrlEncoder().withoutPadding()
                .encodeToString((time + "~" + Ids.next()).getBytes(StandardCharsets.US_ASCII));
    }

    private Answer list(String query) {
        return owner.call("GET", "/v1/conversations?" + query).send();
    }

    private Answer search(String text, String more) {
        return list("text=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + more);
    }

    private Answer one(String id) {
        return owner.call("GET", "/v1/conversations/" + id).send();
    }

    private Answer messages(UUID conversation, String query) {
        return owner.call("GET", "/v1/conversations/" + conversation + "/messages" + query).send();
    }

    private static List<UUID> ids(Answer list) {
        return list.json().at("/items").valueStream().map(found -> UUID.fromString(found.at("/id").asString()))
                .toList();
    }
}
