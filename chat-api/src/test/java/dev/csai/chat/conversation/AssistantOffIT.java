package dev.csai.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.Shelf;
import dev.csai.chat.testing.TestApp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What becomes of a message that only people are to answer. */
class AssistantOffIT {

    private static final String QUESTION = "When is the bicycle shop open on Friday?";
    private static final String ENGLISH = "Thank you for your message. A member of our team will answer you here.";
    private static final String HEBREW = "תודה על ההודעה. נציג מהצוות שלנו יענה לך כאן.";

    private static final TestApp app = TestApp.shared();

    private final Owner owner = Owner.of(app);
    private final String key = app.seed.publishableKey(owner.tenant(), List.of());

    @ParameterizedTest
    @ValueSource(strings = {"{\"enabled\": false}", "{\"channels\": {\"widget\": false}}"})
    void is_stored_and_handed_off_and_nothing_is_asked_or_counted(String off) {
        Shelf.fill(app, owner.tenant());
        switchTo(off);

        JsonNode answer = say(UUID.randomUUID(), null, QUESTION).send().json();

        assertThat(answer.at("/outcome").asString()).isEqualTo("handed_off");
        assertThat(answer.at("/text").asString()).isEqualTo(ENGLISH);
        assertThat(answer.at("/conversationStatus").asString()).isEqualTo("handed_off");
        assertThat(answer.at("/citations")).isEmpty();
        assertThat(answer.at("/usage").toString())
                .isEqualTo("{\"model\":\"none\",\"inputTokens\":0,\"outputTokens\":0}");
        assertThat(app.rows("select status from chat.conversations where tenant_id = '%s'".formatted(owner.tenant())))
                .containsExactly("handed_off");
        assertThat(app.rows("select author || ' ' || text from chat.messages where tenant_id = '%s' order by position"
                .formatted(owner.tenant()))).containsExactly("contact " + QUESTION, "assistant " + ENGLISH);
        assertThat(counted()).isEmpty();
    }

    @Test
    void is_told_in_the_visitors_language() {
        switchTo("{\"enabled\": false}");

        assertThat(say(UUID.randomUUID(), null, "מתי אתם פתוחים?").send().text("/text")).isEqualTo(HEBREW);
    }

    @Test
    void streams_its_end_and_the_same_when_it_comes_again() {
        switchTo("{\"enabled\": false}");
        UUID id = UUID.randomUUID();

        String stream = stream(id);

        assertThat(stream.lines().filter(line -> line.startsWith("event:")))
                .containsExactly("event:session", "event:delta", "event:handed-off", "event:completed");
        assertThat(stream).contains("data:{\"conversationStatus\":\"handed_off\"}");
        assertThat(stream(id)).isEqualTo(stream);
        Answer again = say(id, null, QUESTION).send();
        assertThat(again.text("/outcome")).isEqualTo("handed_off");
        assertThat(stream).contains("\"messageId\":\"" + again.text("/messageId") + "\"");

        switchTo("{\"enabled\": true}");
        assertThat(stream(id)).isEqualTo(stream);
        assertThat(app.rows("select 1 from chat.messages where tenant_id = '%s'".formatted(owner.tenant()))).hasSize(2);
        assertThat(counted()).isEmpty();
    }

    @Test
    void is_answered_again_once_the_assistant_is_back_on() {
        Shelf.fill(app, owner.tenant());
        switchTo("{\"enabled\": false}");
        String session = say(UUID.randomUUID(), null, QUESTION).send().text("/sessionId");
        switchTo("{\"enabled\": true}");

        JsonNode answer = say(UUID.randomUUID(), session, QUESTION).send().json();

        assertThat(answer.at("/outcome").asString()).isEqualTo("answered");
        assertThat(answer.at("/text").asString()).isEqualTo(Shelf.HOURS + " [1]");
        assertThat(app.rows("select status from chat.conversations where tenant_id = '%s'".formatted(owner.tenant())))
                .containsExactly("open");
        assertThat(counted()).hasSize(1);
    }

    @Test
    void is_handed_off_too_when_its_worker_died() {
        say(UUID.randomUUID(), null, "Hello!").send();
        switchTo("{\"channels\": {\"widget\": false}}");
        app.sql("""
                insert into chat.turns (tenant_id, id, conversation_id, client_message_id, request_sha256, ordinal,
                  locale, state, lease_until, created_at)
                select tenant_id, id, id, id, '\\x00', 2, 'en', 'running', now() - interval '1 minute', now()
                from chat.conversations where tenant_id = '%1$s';
                insert into chat.messages (tenant_id, id, conversation_id, turn_id, direction, author, text, created_at)
                select tenant_id, id, id, id, 'inbound', 'contact', 'And now?', now()
                from chat.conversations where tenant_id = '%1$s'""".formatted(owner.tenant()));

        assertThat(app.eventually(() -> app.rows("select outcome from chat.messages where tenant_id = '%s' and "
                .formatted(owner.tenant()) + "outcome = 'handed_off'").size() == 1)).isTrue();
        assertThat(counted()).hasSize(1);
    }

    @Test
    void switching_one_thing_leaves_the_others_as_they_are() {
        assertThat(switchTo("{\"channels\": {\"widget\": false}}").toString()).contains("""
                "enabled":true,"channels":{"widget":false}""");
        assertThat(switchTo("{\"enabled\": false}").toString()).contains("""
                "enabled":false,"channels":{"widget":false}""");
        assertThat(switchTo("{\"enabled\": true}").toString()).contains("""
                "enabled":true,"channels":{"widget":false}""");
    }

    private JsonNode switchTo(String state) {
        Answer answer = owner.call("PUT", "/v1/assistant/state").json("PUT", state).send();
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json();
    }

    private Call say(UUID id, @Nullable String session, String text) {
        String handle = session == null ? "" : "\"sessionId\": \"%s\",".formatted(session);
        return app.post("/v1/chat/messages").key(key)
                .json("{%s \"clientMessageId\": \"%s\", \"text\": \"%s\"}".formatted(handle, id, text));
    }

    private String stream(UUID id) {
        return say(id, null, QUESTION).header("Accept", "text/event-stream").send().response().body();
    }

    private List<String> counted() {
        return app.rows("select payload from public.told where tenant_id = '%s' and destination = 'csai.usage-recorded'"
                .formatted(owner.tenant()));
    }
}
