package dev.csai.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConversationIT {

    private static final String GREETING = "Hello! How can I help you?";

    private final TestApp app = TestApp.shared();
    private final TenantId tenant = app.tenant(100_000);
    private final String key = app.seed.publishableKey(tenant, List.of());

    @Test
    void twenty_copies_at_once_are_one_turn_one_answer_and_one_set_of_usage() {
        UUID id = UUID.randomUUID();
        List<CompletableFuture<Answer>> copies = IntStream.range(0, 20)
                .mapToObj(copy -> say(id, null, "Hello!").sendAsync())
                .toList();
        List<Answer> answers = copies.stream().map(CompletableFuture::join).toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(answers).extracting(answer -> answer.response().body()).containsOnly(
                answers.getFirst().response().body());
        assertThat(answers.getFirst().text("/text")).isEqualTo(GREETING);
        assertThat(count("chat.messages")).isEqualTo(2);
        assertThat(count("chat.conversations")).isEqualTo(1);
        assertThat(usageMessages()).hasSize(1);
        assertThat(usageMessages().getFirst().at("/records")).hasSize(4)
                .anySatisfy(usage -> {
                    assertThat(usage.at("/meter").asString()).isEqualTo("MESSAGES");
                    assertThat(usage.at("/quantity").asInt()).isEqualTo(1);
                });
    }

    @Test
    void the_same_id_with_another_text_is_refused_and_changes_nothing() {
        UUID id = UUID.randomUUID();
        assertThat(say(id, null, "Hello!").send().status()).isEqualTo(200);
        Answer other = say(id, null, "Hello again!").send();
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("key-reused");
        assertThat(count("chat.messages")).isEqualTo(2);
    }

    @Test
    void copies_of_a_message_leave_the_conversation_as_it_was() {
        String session = say(UUID.randomUUID(), null, "Hello!").send().text("/sessionId");
        UUID id = UUID.randomUUID();
        List<CompletableFuture<Answer>> copies = IntStream.range(0, 20)
                .mapToObj(copy -> say(id, session, "Thanks!").sendAsync())
                .toList();
        assertThat(copies).allSatisfy(copy -> assertThat(copy.join().status()).isEqualTo(200));
        assertThat(conversation("turn_count")).isEqualTo("2");
        app.sql("""
                update chat.conversations set status = 'resolved', updated_at = updated_at - interval '1 day'
                where tenant_id = '%s'""".formatted(tenant));
        String resolved = conversation("c::text");

        assertThat(say(id, session, "Thanks!").send().response().body())
                .isEqualTo(copies.getFirst().join().response().body());
        assertThat(say(id, session, "Thanks?").send().problem()).isEqualTo("key-reused");

        assertThat(conversation("c::text")).isEqualTo(resolved);
        say(UUID.randomUUID(), session, "Hello!").send();
        assertThat(conversation("status || turn_count")).isEqualTo("open3");
    }

    @Test
    void turns_of_one_session_are_answered_one_after_the_other() {
        String session = say(UUID.randomUUID(), null, "Hello!").send().text("/sessionId");
        List<CompletableFuture<Answer>> burst = IntStream.range(0, 8)
                .mapToObj(i -> say(UUID.randomUUID(), session, "Thanks!").sendAsync())
                .toList();
        assertThat(burst).allSatisfy(each -> assertThat(each.join().status()).isEqualTo(200));
        assertThat(ordinals()).containsExactlyElementsOf(IntStream.rangeClosed(1, 9).boxed().toList());
        assertThat(app.rows("""
                select later.ordinal from chat.turns earlier join chat.turns later using (tenant_id, conversation_id)
                where tenant_id = '%s' and later.ordinal = earlier.ordinal + 1
                  and later.completed_at < earlier.completed_at""".formatted(tenant))).isEmpty();
    }

    @Test
    void a_turn_whose_worker_died_is_answered_without_its_client() {
        String session = say(UUID.randomUUID(), null, "Hello!").send().text("/sessionId");
        UUID turn = abandoned(2, 1);
        assertThat(app.eventually(() -> transcript(session).at("/items").size() == 4)).isTrue();
        assertThat(app.rows("select epoch from chat.turns where id = '%s'".formatted(turn))).containsExactly("2");
        assertThat(usageMessages()).hasSize(2);
    }

    @Test
    void turns_left_behind_in_the_wrong_order_are_answered_in_the_right_one() {
        say(UUID.randomUUID(), null, "Hello!").send();
        abandoned(2, 1);
        IntStream.rangeClosed(3, 14).forEach(ordinal -> abandoned(ordinal, 60));
        assertThat(app.eventually(() -> usageMessages().size() == 14)).isTrue();
        assertThat(ordinals()).containsExactlyElementsOf(IntStream.rangeClosed(1, 14).boxed().toList());
    }

    /** More than the sweep, if it took one lot each period, would come to while this test waits. */
    @Test
    void all_that_a_dead_process_left_behind_is_answered_in_one_go() {
        app.sql("""
                insert into chat.conversations (tenant_id, id, channel, status, locale, created_at, updated_at,
                  turn_count)
                select '%1$s', gen_random_uuid(), 'widget', 'open', 'en', now(), now(), 1
                from generate_series(1, 450);
                insert into chat.turns (tenant_id, id, conversation_id, client_message_id, request_sha256, ordinal,
                  locale, state, lease_until, created_at)
                select tenant_id, id, id, id, '\\x00', 1, 'en', 'running', now() - interval '1 minute', now()
                from chat.conversations where tenant_id = '%1$s';
                insert into chat.messages (tenant_id, id, conversation_id, turn_id, direction, author, text, created_at)
                select tenant_id, id, id, id, 'inbound', 'contact', 'Hello!', now()
                from chat.conversations where tenant_id = '%1$s'""".formatted(tenant));
        assertThat(app.eventually(() -> usageMessages().size() == 450)).isTrue();
        assertThat(app.rows("select distinct epoch from chat.turns where tenant_id = '%s'".formatted(tenant)))
                .containsExactly("2");
    }

    @Test
    void an_interrupted_stream_goes_on_where_it_broke() {
        UUID id = UUID.randomUUID();
        String whole = stream(id, null);
        assertThat(whole).contains("event:session", "event:delta", "event:completed");
        String turn = whole.lines().filter(line -> line.startsWith("id:")).findFirst().orElseThrow()
                .replaceFirst("id:(.*)\\.\\d+", "$1");
        String rest = stream(id, turn + ".7");
        assertThat(rest).contains("data:{\"text\":\"" + GREETING.substring(7) + "\"}");
        assertThat(stream(id, turn + "." + GREETING.length())).doesNotContain("event:delta")
                .contains("event:completed");
        assertThat(stream(id, UUID.randomUUID() + ".7")).contains("data:{\"text\":\"" + GREETING + "\"}");
        assertThat(usageMessages()).hasSize(1);
    }

    @Test
    void feedback_is_kept_once_per_answer_and_may_change() {
        Answer answer = say(UUID.randomUUID(), null, "Hello!").send();
        String message = answer.text("/messageId");
        assertThat(rate(key, message, "{\"rating\": \"down\", \"comment\": \"too short\"}").status()).isEqualTo(200);
        assertThat(rate(key, message, "{\"rating\": \"up\"}").status()).isEqualTo(200);
        JsonNode line = transcript(answer.text("/sessionId")).at("/items/1");
        assertThat(line.at("/feedback").toString()).isEqualTo("{\"rating\":\"up\"}");
        assertThat(count("chat.feedback")).isEqualTo(1);
        assertThat(rate(key, message, "{\"rating\": \"sideways\"}").problem()).isEqualTo("invalid-request");
        assertThat(rate(key, UUID.randomUUID().toString(), "{\"rating\": \"up\"}").status()).isEqualTo(404);
    }

    @Test
    void another_tenant_sees_neither_session_nor_message() {
        Answer answer = say(UUID.randomUUID(), null, "Hello!").send();
        TenantId other = app.tenant(1000);
        String otherKey = app.seed.publishableKey(other, List.of());
        String session = answer.text("/sessionId");
        assertThat(app.get("/v1/chat/sessions/" + session + "/messages").key(otherKey).send().problem())
                .isEqualTo("not-found");
        assertThat(rate(otherKey, answer.text("/messageId"), "{\"rating\": \"up\"}").status()).isEqualTo(404);
        assertThat(app.post("/v1/chat/messages").key(otherKey)
                .json("{\"sessionId\": \"%s\", \"text\": \"Hi\"}".formatted(session)).send().status()).isEqualTo(404);
    }

    /** A turn of the tenant's one conversation, whose lease ran out so many seconds ago. */
    private UUID abandoned(int ordinal, int secondsAgo) {
        UUID turn = Ids.next();
        app.sql("""
                insert into chat.turns (tenant_id, id, conversation_id, client_message_id, request_sha256, ordinal,
                  locale, state, lease_until, created_at)
                select tenant_id, '%1$s', id, '%1$s', '\\x00', %3$d, 'en', 'running',
                  now() - interval '%4$d seconds', now()
                from chat.conversations where tenant_id = '%2$s';
                insert into chat.messages (tenant_id, id, conversation_id, turn_id, direction, author, text, created_at)
                select tenant_id, '%1$s', id, '%1$s', 'inbound', 'contact', 'Hello!', now()
                from chat.conversations where tenant_id = '%2$s'""".formatted(turn, tenant, ordinal, secondsAgo));
        return turn;
    }

    private Call say(UUID id, @Nullable String session, String text) {
        String handle = session == null ? "" : "\"sessionId\": \"%s\",".formatted(session);
        return app.post("/v1/chat/messages").key(key)
                .json("{%s \"clientMessageId\": \"%s\", \"text\": \"%s\"}".formatted(handle, id, text));
    }

    private String stream(UUID id, @Nullable String lastEventId) {
        Call call = say(id, null, "Hello!").header("Accept", "text/event-stream");
        return (lastEventId == null ? call : call.header("Last-Event-ID", lastEventId)).send().response().body();
    }

    private Answer rate(String withKey, String message, String body) {
        return app.post("/v1/chat/messages/" + message + "/feedback").key(withKey).json(body).send();
    }

    private JsonNode transcript(String session) {
        return app.get("/v1/chat/sessions/" + session + "/messages").key(key).send().json();
    }

    private long count(String table) {
        return Long.parseLong(app.rows("select count(*) from %s where tenant_id = '%s'".formatted(table, tenant))
                .getFirst());
    }

    /** Of the tenant's one conversation. */
    private String conversation(String expression) {
        return app.rows("select %s from chat.conversations c where tenant_id = '%s'".formatted(expression, tenant))
                .getFirst();
    }

    private List<Integer> ordinals() {
        return app.rows("select ordinal from chat.turns where tenant_id = '%s' order by completed_at, ordinal"
                .formatted(tenant)).stream().map(Integer::valueOf).toList();
    }

    /** What was put into the outbox, whether relayed meanwhile or not. */
    private List<JsonNode> usageMessages() {
        JsonMapper json = new JsonMapper();
        return app.rows("select payload from public.told where tenant_id = '%s'".formatted(tenant)).stream()
                .map(json::readTree).toList();
    }
}
