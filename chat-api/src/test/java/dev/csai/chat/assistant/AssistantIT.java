package dev.csai.chat.assistant;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AssistantIT {

    private static final String PATH = "/v1/assistant";
    private static final String DEFAULTS = """
            {"temperature":0.7,"maxTokens":2048,"topK":5,"instructions":"","memory":{"messages":12,"tokens":1000},\
            "language":"auto","tools":true,"fallback":{}}""";
    private static final String OWN = """
            {"model":"gpt-large","temperature":0.2,"maxTokens":512,"topK":3,"instructions":"Be brief.",\
            "memory":{"messages":4,"tokens":300},"language":"he","tools":false,"fallback":{"en":"Ring us."}}""";

    private static final TestApp app = TestApp.shared();

    private final Owner owner = Owner.of(app);

    @Test
    void has_the_defaults_until_somebody_says_something_else() {
        assertThat(find().toString()).isEqualTo("""
                {"enabled":true,"channels":{"widget":true},"draft":%1$s,"revision":0,"unpublished":false,\
                "inForce":%1$s,"platformModel":{"name":"csai-extractive-1","generative":false}}""".formatted(DEFAULTS));
        assertThat(owner.call("GET", PATH + "/versions").send().json().at("/items")).isEmpty();
    }

    @Test
    void a_draft_is_in_force_only_when_it_is_published() {
        JsonNode drafted = draft(0, OWN).json();
        assertThat(drafted.at("/draft").toString()).isEqualTo(OWN);
        assertThat(drafted.at("/inForce").toString()).isEqualTo(DEFAULTS);
        assertThat(drafted.at("/revision").asInt()).isEqualTo(1);
        assertThat(drafted.at("/unpublished").asBoolean()).isTrue();
        assertThat(find()).isEqualTo(drafted);

        Instant now = app.clock.instant();
        Answer published = publish(1);

        assertThat(published.status()).isEqualTo(201);
        assertThat(published.response().body()).isEqualTo("""
                {"number":1,"publishedAt":"%s","publishedBy":{"id":"%s","name":"Somebody"}}""".formatted(now,
                memberId()));
        assertThat(find().at("/inForce").toString()).isEqualTo(OWN);
        assertThat(find().at("/unpublished").asBoolean()).isFalse();
        assertThat(find().at("/version").asInt()).isEqualTo(1);
    }

    @Test
    void what_was_published_is_listed_newest_first_and_stays_as_it_was() {
        IntStream.rangeClosed(0, 2).forEach(n -> {
            draft(n, "{\"topK\": %d}".formatted(3 + n));
            publish(n + 1);
        });

        JsonNode page = owner.call("GET", PATH + "/versions?limit=2").send().json();
        JsonNode rest = owner.call("GET", PATH + "/versions?limit=2&cursor=" + page.at("/nextCursor").asString())
                .send().json();

        assertThat(numbers(page)).containsExactly(3, 2);
        assertThat(numbers(rest)).containsExactly(1);
        assertThat(rest.at("/nextCursor").isNull()).isTrue();
        assertThat(version(1).json().at("/settings/topK").asInt()).isEqualTo(3);
        assertThat(version(3).json().at("/settings/topK").asInt()).isEqualTo(5);
        assertThat(version(4).problem()).isEqualTo("not-found");
        assertThat(owner.call("GET", PATH + "/versions?cursor=none").send().text("/errors/0/pointer"))
                .isEqualTo("cursor");
    }

    @Test
    void whoever_has_not_seen_the_latest_draft_neither_changes_nor_publishes_it() {
        draft(0, "{\"topK\": 3}");
        publish(1);
        draft(1, "{\"topK\": 4}");
        JsonNode before = find();

        assertThat(List.of(draft(1, "{\"topK\": 9}"), draft(0, "{\"topK\": 9}"), draft(3, "{\"topK\": 9}"), publish(1),
                restore(1, 1))).allSatisfy(refused -> {
                    assertThat(refused.status()).isEqualTo(409);
                    assertThat(refused.problem()).isEqualTo("stale");
                });
        assertThat(find()).isEqualTo(before);
        assertThat(publish(2).status()).isEqualTo(201);
    }

    @Test
    void of_two_who_save_at_once_one_is_told() {
        List<Integer> statuses = List.of("3", "4").parallelStream()
                .map(topK -> draft(0, "{\"topK\": %s}".formatted(topK)).status()).toList();

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void what_is_in_force_already_is_not_published_again() {
        assertThat(publish(0).status()).isEqualTo(201);

        assertThat(publish(0).problem()).isEqualTo("conflict");
        assertThat(publishAgain(1).problem()).isEqualTo("conflict");
        assertThat(numbers(owner.call("GET", PATH + "/versions").send().json())).containsExactly(1);
    }

    @Test
    void a_version_is_brought_back_into_the_draft_and_nothing_else_changes() {
        draft(0, OWN);
        publish(1);
        draft(1, "{\"topK\": 8}");
        publish(2);

        JsonNode restored = restore(1, 2).json();

        assertThat(restored.at("/draft").toString()).isEqualTo(OWN);
        assertThat(restored.at("/revision").asInt()).isEqualTo(3);
        assertThat(restored.at("/inForce/topK").asInt()).isEqualTo(8);
        assertThat(restore(7, 3).problem()).isEqualTo("not-found");
    }

    @Test
    void rolling_back_publishes_an_earlier_version_anew_and_takes_along_a_draft_without_changes() {
        draft(0, OWN);
        publish(1);
        draft(1, "{\"topK\": 8}");
        publish(2);

        JsonNode again = publishAgain(1).json();

        assertThat(again.at("/number").asInt()).isEqualTo(3);
        assertThat(again.at("/restoredFrom").asInt()).isEqualTo(1);
        assertThat(find().at("/inForce").toString()).isEqualTo(OWN);
        assertThat(find().at("/draft").toString()).isEqualTo(OWN);
        assertThat(find().at("/unpublished").asBoolean()).isFalse();
        assertThat(publishAgain(9).problem()).isEqualTo("not-found");

        draft(3, "{\"topK\": 9}");
        publishAgain(2);
        assertThat(find().at("/inForce/topK").asInt()).isEqualTo(8);
        assertThat(find().at("/draft/topK").asInt()).isEqualTo(9);
        assertThat(find().at("/revision").asInt()).isEqualTo(4);
    }

    /** The row is written as by another process, of which this one is not told. */
    @Test
    void what_another_process_has_published_is_in_force_within_five_seconds() {
        draft(0, "{\"fallback\": {\"en\": \"Ring us.\"}}");
        publish(1);
        assertThat(asked()).isEqualTo("Ring us.");

        app.sql("""
                update chat.assistant_versions set settings = jsonb_set(settings, '{fallback,en}', '"Write to us."')
                where tenant_id = '%s'""".formatted(owner.tenant()));

        assertThat(asked()).isEqualTo("Ring us.");
        app.clock.forward(Duration.ofSeconds(5));
        assertThat(asked()).isEqualTo("Write to us.");
    }

    @Test
    void owners_admins_and_keys_with_the_scope_may() {
        String admin = token(Role.ADMIN);
        String agent = token(Role.AGENT);
        assertThat(app.get(PATH).token(admin).send().status()).isEqualTo(200);
        assertThat(app.get(PATH).token(agent).send().status()).isEqualTo(403);
        String reader = owner.secret("assistant:read");
        String writer = owner.secret("assistant:write");
        assertThat(app.get(PATH).key(reader).send().status()).isEqualTo(200);
        assertThat(app.post(PATH + "/publish").key(reader).json("{\"revision\": 0}").send().status()).isEqualTo(403);

        assertThat(app.post(PATH + "/publish").key(writer).json("{\"revision\": 0}").send()
                .text("/publishedBy/name")).isEqualTo("Shop server");
    }

    @Test
    void each_change_is_told_of_in_the_log_without_the_texts() {
        draft(0, OWN);
        publish(1);
        owner.call("PUT", PATH + "/state").json("PUT", "{\"enabled\": false}").send();
        draft(1, "{}");
        publish(2);
        publishAgain(1);
        restore(2, 3);

        String empty = """
                {"revision":%d,"temperature":0.7,"maxTokens":2048,"topK":5,"instructions":0,"memoryMessages":12,\
                "memoryTokens":1000,"language":"auto","tools":true,"fallback":[]}""";
        String own = """
                {"revision":%d,"model":"gpt-large","temperature":0.2,"maxTokens":512,"topK":3,"instructions":9,\
                "memoryMessages":4,"memoryTokens":300,"language":"he","tools":false,"fallback":["en"]}""";
        assertThat(changes("PUT " + PATH)).containsExactly(
                new Changes(own.formatted(1), empty.formatted(2)), new Changes(empty.formatted(0), own.formatted(1)));
        assertThat(changes("POST " + PATH + "/publish")).containsExactly(
                new Changes("{\"version\":1}", "{\"version\":2}"), new Changes("{}", "{\"version\":1}"));
        assertThat(changes("POST " + PATH + "/versions/{number}/publish")).containsExactly(
                new Changes("{\"version\":2}", "{\"version\":3,\"restoredFrom\":1}"));
        assertThat(changes("POST " + PATH + "/versions/{number}/restore")).containsExactly(
                new Changes(own.formatted(3), empty.formatted(4)));
        assertThat(changes("PUT " + PATH + "/state")).containsExactly(new Changes(
                "{\"enabled\":true,\"channels\":{\"widget\":true}}",
                "{\"enabled\":false,\"channels\":{\"widget\":true}}"));
    }

    private List<Changes> changes(String operation) {
        return Log.of(owner).of(operation).stream().map(Changes::of).toList();
    }

    private String asked() {
        return app.post("/v1/chat/messages").key(app.seed.publishableKey(owner.tenant(), List.of()))
                .json("{\"text\": \"Who was Nero?\"}").send().text("/text");
    }

    private JsonNode find() {
        return owner.call("GET", PATH).send().json();
    }

    private Answer draft(int revision, String settings) {
        return owner.call("PUT", PATH)
                .json("PUT", "{\"revision\": %d, \"settings\": %s}".formatted(revision, settings)).send();
    }

    private Answer publish(int revision) {
        return owner.call("POST", PATH + "/publish").json("{\"revision\": %d}".formatted(revision)).send();
    }

    private Answer publishAgain(int number) {
        return owner.call("POST", PATH + "/versions/" + number + "/publish").send();
    }

    private Answer restore(int number, int revision) {
        return owner.call("POST", PATH + "/versions/" + number + "/restore")
                .json("{\"revision\": %d}".formatted(revision)).send();
    }

    private Answer version(int number) {
        return owner.call("GET", PATH + "/versions/" + number).send();
    }

    private static List<Integer> numbers(JsonNode page) {
        return page.at("/items").valueStream().map(version -> version.at("/number").asInt()).toList();
    }

    private String memberId() {
        return app.rows("select id from chat.members where email = '" + owner.email() + "'").getFirst();
    }

    private String token(Role role) {
        String email = TestApp.newEmail();
        app.member(owner.tenant(), role, email);
        return app.token(email);
    }
}
