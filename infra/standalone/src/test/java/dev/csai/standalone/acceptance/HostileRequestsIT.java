package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.standalone.acceptance.Contract.Answer;
import dev.csai.standalone.acceptance.Contract.Document;
import dev.csai.standalone.acceptance.HostileRequest.Attack;
import dev.csai.standalone.acceptance.Multipart.FileBytes;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every request that is wrong gets a problem document with the right status that tells nothing of the inside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsIT {

    private static final Pattern INSIDE = Pattern.compile(
            "Exception|\\bat [a-z]+\\.|dev\\.csai|org\\.spring|java\\.|jackson|reactor|select |insert |relation");

    private final Attack attack = attack();

    Platform platform() {
        return Platforms.standalone();
    }

    private Attack attack() {
        Tenant stranger = platform().newTenant("stranger");
        Document document = stranger.owner().upload(Shop.ENGLISH);
        Answer answer = stranger.visitor().ask("Hello!");
        return new Attack(platform().http(), platform().newTenant("victim"), stranger, document.id().toString(),
                answer.messageId().toString(), answer.sessionId());
    }

    static Stream<HostileRequest> table() {
        return HostileRequests.all();
    }

    @ParameterizedTest
    @MethodSource("table")
    void is_refused_with_a_problem(HostileRequest hostile) {
        Reply reply = platform().http().send(hostile.make().apply(attack).build());
        assertThat(reply.status()).as(reply.toString()).isEqualTo(hostile.status());
        assertThat(reply.header("content-type")).as(reply.toString()).startsWith("application/problem+json");
        JsonNode problem = reply.json();
        assertThat(problem.path("type").asString()).isEqualTo("https://csai.dev/problems/" + hostile.slug());
        assertThat(problem.path("status").asInt()).isEqualTo(hostile.status());
        assertThat(problem.path("title").asString()).isNotBlank();
        String said = problem.path("title").asString() + problem.path("detail").asString()
                + problem.path("errors");
        assertThat(INSIDE.matcher(said).find()).as("nothing of the inside in %s", said).isFalse();
    }

    @Test
    void a_preflight_is_answered_for_any_origin_and_the_allowed_page_may_read_the_answer() {
        Http http = platform().http();
        Reply preflight = http.send(http.to("/v1/chat/messages").method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://shop.example").header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "x-api-key,content-type").build());
        assertThat(preflight.status()).isIn(200, 204);
        assertThat(preflight.header("access-control-allow-origin")).isEqualTo("https://shop.example");
        assertThat(preflight.header("access-control-allow-headers").toLowerCase(java.util.Locale.ROOT))
                .contains("x-api-key", "content-type", "last-event-id");
        assertThat(preflight.headers().firstValue("access-control-allow-credentials")).isEmpty();
    }

    @Test
    void a_preflight_opens_nothing_for_members() {
        Http http = platform().http();
        Reply preflight = http
                .send(http.to("/v1/knowledge/documents").method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .header("Origin", "https://evil.example").header("Access-Control-Request-Method", "DELETE")
                        .build());
        assertThat(preflight.headers().firstValue("access-control-allow-origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd.txt", "..\\..\\windows\\system.txt", "/etc/cron.d/job.txt",
            "a\u202etxt.exe", "<script>alert(1)</script>.txt", ".htaccess", "con:aux|.txt"})
    void a_hostile_file_name_becomes_a_harmless_one(String name) {
        Document document = attack.victim().owner().upload(FileBytes.text(name, "The contents of " + name));
        assertThat(document.fileName()).isNotBlank().doesNotContain("/", "\\", "<", ">", "\u202e", "..", ":", "|")
                .doesNotStartWith(".");
        Reply content = attack.victim().owner().get("/v1/knowledge/documents/" + document.id() + "/content")
                .expect(200);
        assertThat(content.header("content-disposition")).doesNotContain("/", "\\", "<script");
    }

    @Test
    void search_of_one_tenant_never_finds_what_another_knows() {
        attack.stranger().owner().ended(java.util.UUID.fromString(attack.foreignDocument()));
        assertThat(attack.victim().owner().search(Shop.ENGLISH_QUESTION, 50))
                .noneMatch(hit -> hit.text().contains(Shop.ENGLISH_FACT));
        assertThat(attack.victim().visitor().ask(Shop.ENGLISH_QUESTION).outcome()).isEqualTo("abstained");
    }

    @Test
    void more_requests_than_the_plan_allows_are_told_to_wait() {
        Tenant small = platform().newTenant("small plan", 5);
        List<Reply> replies = Stream.generate(() -> small.visitor().get("/v1/widget/config")).limit(8).toList();
        assertThat(replies.getFirst().status()).isEqualTo(200);
        Reply last = replies.getLast();
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.json().path("type").asString()).endsWith("/rate-limited");
        assertThat(Integer.parseInt(last.header("retry-after"))).isBetween(1, 60);
        assertThat(replies.stream().filter(reply -> reply.status() == 200).count()).isLessThanOrEqualTo(5);
    }
}
