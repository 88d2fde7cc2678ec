package dev.csai.chat.knowledge.written;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.blob.BlobStore;
import dev.csai.shared.knowledge.WrittenKnowledge;
import dev.csai.shared.knowledge.WrittenKnowledge.Passage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WrittenIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TEXT = """
            {"title": "Parking", "text": "You can park in the yard."}""";
    private static final String OTHER_TEXT = """
            {"title": "Parking", "text": "The yard is closed."}""";
    private static final String QA = """
            {"title": "FAQ", "pairs": [{"question": "Do you deliver?", "answer": "Yes."},
              {"question": "Do you cater?", "answer": "For twenty and more."}]}""";
    private static final String PROFILE = """
            {"hours": [{"day": "monday", "opens": "09:00", "closes": "17:00"}, {"day": "sunday", "closed": true}],
             "phone": "03-5551234", "more": [{"label": "Parking", "text": "In the yard."}], "language": "en"}""";

    private final TestApp app = TestApp.shared();
    private final TenantId tenant = app.tenant(100_000);
    private final String token = ownerOf(tenant);

    @Test
    void a_text_becomes_a_document_and_can_be_read_again() throws IOException {
        Answer added = post("/texts", TEXT);

        assertThat(added.status()).isEqualTo(202);
        assertThat(added.text("/kind")).isEqualTo("text");
        assertThat(added.text("/fileName")).isEqualTo("Parking");
        assertThat(added.text("/status")).isEqualTo("pending");
        assertThat(added.text("/createdAt")).isEqualTo(added.text("/updatedAt"));
        assertThat(get("/texts/" + id(added)).json()).isEqualTo(JSON.readTree(TEXT));
        assertThat(stored(added)).isEqualTo(new WrittenKnowledge("Parking", true,
                List.of(new Passage(null, "You can park in the yard."))));
        JsonNode told = told().getFirst();
        assertThat(told.at("/documentId").asString()).isEqualTo(id(added));
        assertThat(told.at("/title").asString()).isEqualTo("Parking");
        assertThat(told.at("/revision").asInt()).isEqualTo(1);
        assertThat(told.at("/blob").asString()).isEqualTo(blob(added));
    }

    @Test
    void the_same_text_twice_is_the_same_document_but_not_under_another_title() {
        Answer added = post("/texts", TEXT);

        assertThat(id(post("/texts", TEXT))).isEqualTo(id(added));
        assertThat(id(post("/texts", TEXT.replace("Parking", "Cars")))).isNotEqualTo(id(added));
        assertThat(told()).hasSize(2);
    }

    @Test
    void replacing_a_text_keeps_the_document_and_tells_of_its_next_revision() throws IOException {
        Answer added = post("/texts", TEXT);
        Answer replaced = put("/texts/" + id(added), OTHER_TEXT);

        assertThat(replaced.status()).isEqualTo(202);
        assertThat(id(replaced)).isEqualTo(id(added));
        assertThat(get("/texts/" + id(added)).json()).isEqualTo(JSON.readTree(OTHER_TEXT));
        assertThat(stored(added).passages()).containsExactly(new Passage(null, "The yard is closed."));
        assertThat(told()).extracting(message -> message.at("/revision").asInt()).containsExactly(1, 2);
        assertThat(told()).extracting(message -> message.at("/blob").asString()).doesNotHaveDuplicates();

        assertThat(put("/texts/" + id(added), OTHER_TEXT).status()).isEqualTo(202);
        assertThat(told()).hasSize(2);
        put("/texts/" + id(added), TEXT);
        assertThat(told()).extracting(message -> message.at("/revision").asInt()).containsExactly(1, 2, 3);
    }

    @Test
    void a_text_is_not_replaced_by_what_another_document_says() {
        post("/texts", TEXT);
        String other = id(post("/texts", OTHER_TEXT));

        assertThat(put("/texts/" + other, TEXT).problem()).isEqualTo("conflict");
        assertThat(get("/texts/" + other).json()).isEqualTo(JSON.readTree(OTHER_TEXT));
    }

    @Test
    void what_is_told_of_an_older_content_is_not_shown_for_the_new_one() {
        Answer added = post("/texts", TEXT);
        app.sql("insert into ingest.documents (tenant_id, document_id, status, progress, revision) values ('" + tenant
                + "', '" + id(added) + "', 'completed', 100, 1)");
        assertThat(get("/documents/" + id(added)).text("/status")).isEqualTo("completed");

        assertThat(put("/texts/" + id(added), OTHER_TEXT).text("/status")).isEqualTo("pending");

        app.sql("update ingest.documents set revision = 2 where document_id = '" + id(added) + "'");
        assertThat(get("/documents/" + id(added)).text("/status")).isEqualTo("completed");
    }

    @Test
    void questions_and_answers_are_kept_pair_by_pair() throws IOException {
        Answer added = post("/qa", QA);

        assertThat(added.text("/kind")).isEqualTo("qa");
        assertThat(get("/qa/" + id(added)).json()).isEqualTo(JSON.readTree(QA));
        assertThat(stored(added)).isEqualTo(new WrittenKnowledge("FAQ", false,
                List.of(new Passage("Do you deliver?", "Yes."),
                        new Passage("Do you cater?", "For twenty and more."))));
    }

    @Test
    void as_many_and_as_long_as_the_contract_says() {
        String pairs = IntStream.range(0, 500).mapToObj(number -> "{\"question\": \"%d\", \"answer\": \"%s\"}"
                .formatted(number, "א".repeat(5000))).collect(Collectors.joining(","));
        assertThat(post("/qa", "{\"title\": \"t\", \"pairs\": [" + pairs + "]}").status()).isEqualTo(202);
        assertThat(post("/qa", "{\"title\": \"t\", \"pairs\": [" + pairs + ", {\"question\": \"q\", \"answer\": "
                + "\"a\"}]}").text("/errors/0/pointer")).isEqualTo("/pairs");
        assertThat(post("/texts", text("א".repeat(200_000))).status()).isEqualTo(202);
        assertThat(post("/texts", text("x".repeat(200_001))).text("/errors/0/code")).isEqualTo("too-long");
        assertThat(post("/texts", text("x".repeat(11 << 20))).problem()).isEqualTo("too-large");
    }

    @Test
    void a_tenant_has_one_profile_which_may_change() throws IOException {
        assertThat(get("/profile").status()).isEqualTo(404);

        Answer first = put("/profile", PROFILE);
        assertThat(first.status()).isEqualTo(202);
        assertThat(first.text("/kind")).isEqualTo("profile");
        assertThat(first.text("/fileName")).isEqualTo("Business profile");
        assertThat(get("/profile").json()).isEqualTo(JSON.readTree(PROFILE));
        assertThat(stored(first).passages().getFirst().text()).isEqualTo(
                "On Sunday we are closed.\nOn Monday we are open from 09:00 to 17:00.");

        Answer second = put("/profile", "{\"phone\": \"1\", \"language\": \"he\"}");
        assertThat(id(second)).isEqualTo(id(first));
        assertThat(second.text("/fileName")).isEqualTo("פרטי העסק");
        assertThat(get("/profile").json()).isEqualTo(JSON.readTree("{\"phone\": \"1\", \"language\": \"he\"}"));
        assertThat(put("/profile", "{\"phone\": \"1\", \"language\": \"he\"}").status()).isEqualTo(202);
        assertThat(told()).hasSize(2);
    }

    @Test
    void profiles_that_come_at_once_leave_one() {
        List<CompletableFuture<Answer>> all = IntStream.range(0, 8)
                .mapToObj(number -> app.call("PUT", "/v1/knowledge/profile").token(token)
                        .json("PUT", "{\"phone\": \"" + number + "\"}").sendAsync())
                .toList();

        assertThat(all).allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(202));
        assertThat(app.rows("select id from chat.documents where tenant_id = '" + tenant + "'")).hasSize(1);
    }

    @Test
    void a_deleted_document_leaves_no_words_and_makes_room() {
        Answer added = put("/profile", PROFILE);
        assertThat(app.call("DELETE", "/v1/knowledge/documents/" + id(added)).token(token).send().status())
                .isEqualTo(204);

        assertThat(get("/profile").status()).isEqualTo(404);
        assertThat(app.rows("select content from chat.written_knowledge where tenant_id = '" + tenant + "'"))
                .isEmpty();
        assertThat(id(put("/profile", PROFILE))).isNotEqualTo(id(added));
    }

    @Test
    void reprocessing_tells_of_the_same_revision_again() {
        Answer added = post("/texts", TEXT);

        assertThat(app.post("/v1/knowledge/documents/" + id(added) + "/reprocess").token(token).send().status())
                .isEqualTo(202);

        assertThat(told()).extracting(message -> message.at("/revision").asInt()).containsExactly(1, 1);
        assertThat(told()).extracting(message -> message.at("/messageId").asString()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"GET, texts", "PUT, texts", "GET, qa", "PUT, qa"})
    void another_tenants_words_are_as_unknown_as_none(String method, String kind) {
        String body = kind.equals("qa") ? QA : TEXT;
        String foreign = id(post("/" + kind, body));
        String stranger = ownerOf(app.tenant(100_000));

        for (String id : List.of(foreign, UUID.randomUUID().toString())) {
            var call = app.call(method, "/v1/knowledge/" + kind + "/" + id).token(stranger);
            Answer answer = method.equals("PUT") ? call.json("PUT", body).send() : call.send();
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("not-found");
        }
        assertThat(get("/" + kind + "/" + foreign).json()).isEqualTo(JSON.readTree(body));
    }

    @Test
    void one_kind_is_not_read_or_replaced_as_another() {
        String text = id(post("/texts", TEXT));

        assertThat(get("/qa/" + text).status()).isEqualTo(404);
        assertThat(put("/qa/" + text, QA).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{}", "{\"title\": \"t\"}", "{\"title\": \"t\", \"text\": \" \"}",
            "{\"title\": \"t\", \"text\": 5}", "{\"title\": \"t\", \"text\": \"a\\u0000b\"}",
            "{\"title\": \"t\\u0000\", \"text\": \"a\"}", "{\"title\": \"t\", \"text\": \"a\", \"more\": 1}"})
    void a_text_has_its_form(String body) {
        assertThat(post("/texts", body).problem()).isEqualTo("invalid-request");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                              | ``
            {"hours": [{"day": "someday", "opens": "09:00", "closes": "10:00"}]}            | /hours/0/day
            {"hours": [{"day": "monday", "opens": "9:00", "closes": "10:00"}]}              | /hours/0/opens
            {"hours": [{"day": "monday", "opens": "09:00"}]}                                | /hours/0/closes
            {"hours": [null]}                                                               | /hours/0
            {"hours": [{"day":"monday","closed":true},{"day":"monday","opens":"09:00","closes":"10:00"}]} | /hours
            {"phone": "\\u0000"}                                                            | /phone
            {"more": [{"label": "a"}]}                                                      | /more/0/text
            {"phone": "1", "language": "fr"}                                                | /language
            {"fax": "1"}                                                                    | /fax
            """)
    void a_profile_has_its_form(String body, String pointer) {
        Answer refused = put("/profile", body);

        assertThat(refused.problem()).isEqualTo("invalid-request");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void the_description_of_the_api_shows_the_bodies() {
        JsonNode paths = app.get("/v3/api-docs").send().json().at("/paths");

        assertThat(paths.at("/~1v1~1knowledge~1texts/post/requestBody").toString()).contains("TextRequest");
        assertThat(paths.at("/~1v1~1knowledge~1qa/post/requestBody").toString()).contains("QaRequest");
        assertThat(paths.at("/~1v1~1knowledge~1profile/put/requestBody").toString()).contains("Profile");
        assertThat(paths.at("/~1v1~1knowledge~1uploads/post/requestBody").toString()).contains("UploadRequest");
    }

    private static String text(String text) {
        return "{\"title\": \"t\", \"text\": \"" + text + "\"}";
    }

    private Answer post(String path, String body) {
        return app.post("/v1/knowledge" + path).token(token).json(body).send();
    }

    private Answer put(String path, String body) {
        return app.call("PUT", "/v1/knowledge" + path).token(token).json("PUT", body).send();
    }

    private Answer get(String path) {
        return app.get("/v1/knowledge" + path).token(token).send();
    }

    private List<JsonNode> told() {
        return app.rows("select payload from public.told where tenant_id = '" + tenant
                + "' and destination = 'csai.knowledge-written' order by (payload::jsonb ->> 'messageId')").stream()
                .map(JSON::readTree).toList();
    }

    private WrittenKnowledge stored(Answer added) throws IOException {
        try (InputStream bytes = app.context().getBean(BlobStore.class).open(BlobKey.of(blob(added)))) {
            return WrittenKnowledge.read(bytes);
        }
    }

    private String blob(Answer added) {
        return app.rows("select blob from chat.documents where id = '" + id(added) + "'").getFirst();
    }

    private static String id(Answer added) {
        return added.text("/id");
    }

    private String ownerOf(TenantId owned) {
        String email = TestApp.newEmail();
        app.member(owned, Role.OWNER, email);
        return app.token(email);
    }
}
