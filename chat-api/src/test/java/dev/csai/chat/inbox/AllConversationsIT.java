package dev.csai.chat.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.audit.Log;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AllConversationsIT {

    private static final TestApp app = TestApp.shared();
    private static final String TRANSCRIPT = "GET /v1/admin/conversations/{id}/messages";
    private static final String FILE = "GET /v1/admin/conversations.csv";

    private final String operator = Log.operator(app);
    private final Owner one = Owner.of(app);
    private final Owner other = Owner.of(app);
    private final Instant now = app.clock.instant();
    private final UUID first = new Talks(app, one.tenant()).answered(now.plus(Duration.ofDays(1)),
            Duration.ofSeconds(1), "answered");
    private final UUID second = new Talks(app, other.tenant()).begun(now.plus(Duration.ofDays(2)));

    @Test
    void are_listed_with_whose_they_are_and_without_what_was_said() {
        List<JsonNode> listed = get("/v1/admin/conversations?limit=200&since=" + now.plus(Duration.ofDays(1))).json()
                .at("/items").valueStream().toList();
        String shown = """
                {"id":"%s","tenant":{"id":"%s","name":"Tenant %2$s"},"channel":"widget","status":"open","locale":"en",\
                "turnCount":1,"createdAt":"%s","lastActivityAt":"%3$s"}""".formatted(second, other.tenant(),
                now.plus(Duration.ofDays(2)));

        assertThat(listed).extracting(JsonNode::toString).contains(shown);
        assertThat(listed).extracting(found -> found.at("/id").asString())
                .containsSubsequence(second.toString(), first.toString());
        assertThat(get("/v1/admin/conversations/" + second).response().body()).isEqualTo(shown);
        assertThat(get("/v1/admin/conversations?tenant=" + one.tenant()).json().at("/items").valueStream()
                .map(found -> found.at("/id").asString())).containsExactly(first.toString());
        assertThat(get("/v1/admin/conversations?status=resolved&tenant=" + one.tenant()).json().at("/items")).isEmpty();
        assertThat(Log.of(other).entries("actor=operator")).isEmpty();
    }

    @Test
    void a_transcript_that_an_operator_reads_is_told_of_in_the_tenants_log() {
        JsonNode lines = get("/v1/admin/conversations/" + first + "/messages").json().at("/items");

        assertThat(lines.valueStream().map(line -> line.at("/text").asString())).containsExactly("Hello!",
                "At nine. [1]");
        assertThat(Log.of(one).entries("actor=operator")).extracting(Log::bare).containsExactly("""
                {"actor":{"kind":"operator","id":"%s","name":"Operator"},"operation":"%s",\
                "target":{"kind":"conversation","id":"%s"},"outcome":"allowed"}""".formatted(me(), TRANSCRIPT, first));
    }

    @Test
    void a_conversation_that_is_not_there_is_told_of_to_nobody_but_the_platform() {
        int before = Log.ofPlatform(app).of(TRANSCRIPT).size();

        assertThat(get("/v1/admin/conversations/" + UUID.randomUUID()).problem()).isEqualTo("not-found");
        assertThat(get("/v1/admin/conversations/" + UUID.randomUUID() + "/messages").problem()).isEqualTo("not-found");
        assertThat(Log.ofPlatform(app).of(TRANSCRIPT)).hasSize(before + 1).first()
                .satisfies(entry -> assertThat(entry.at("/problem").asString()).isEqualTo("not-found"));
    }

    @Test
    void a_file_is_told_of_where_it_is_about() {
        List<String> ofOne = get("/v1/admin/conversations.csv?tenant=" + one.tenant()).response().body().lines()
                .toList();
        int before = Log.ofPlatform(app).of(FILE).size();
        Answer ofAll = get("/v1/admin/conversations.csv?since=" + now.plus(Duration.ofDays(1)));

        assertThat(ofOne).containsExactly("\uFEFF\"tenantId\",\"tenant\",\"id\",\"channel\",\"status\",\"locale\","
                + "\"contact\",\"email\",\"externalId\",\"verified\",\"turns\",\"createdAt\",\"lastActivityAt\"",
                "\"%s\",\"Tenant %1$s\",\"%s\",\"widget\",\"open\",\"en\",,,,,1,\"%s\",\"%s\"".formatted(one.tenant(),
                        first, now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)).plusSeconds(1)));
        assertThat(Log.of(one).of(FILE)).extracting(Log::bare).containsExactly("""
                {"actor":{"kind":"operator","id":"%s","name":"Operator"},"operation":"%s",\
                "target":{"kind":"tenant","id":"%s"},"outcome":"allowed"}""".formatted(me(), FILE, one.tenant()));
        assertThat(ofAll.response().body()).contains(first.toString(), second.toString());
        assertThat(Log.of(other).of(FILE)).isEmpty();
        assertThat(Log.ofPlatform(app).of(FILE)).hasSize(before + 1);
        assertThat(get("/v1/admin/conversations.csv?tenant=" + UUID.randomUUID()).problem()).isEqualTo("not-found");
    }

    private Answer get(String path) {
        return app.get(path).token(operator).send();
    }

    private String me() {
        return get("/v1/me").text("/id");
    }
}
