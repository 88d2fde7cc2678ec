package dev.csai.chat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.audit.Changes;
import dev.csai.chat.audit.Log;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Operators keep the catalogue of tools. */
class ToolCatalogueIT {

    private static final TestApp app = TestApp.shared();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OPERATOR = Log.operator(app);

    private final String name = "order_status_" + UUID.randomUUID().toString().replace('-', '_');
    private final String defined = definition(name);

    @Test
    void a_tool_begins_as_a_draft_and_is_told_as_it_was_defined() {
        Answer made = draft(defined);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json()).isEqualTo(JSON.readTree(defined.replaceFirst("\\{", """
                {"id": "%1$s", "revision": 0, "state": "draft", "createdAt": "%2$s", "updatedAt": "%2$s","""
                .formatted(made.text("/id"), app.clock.instant()))));
        assertThat(find(made.text("/id")).json()).isEqualTo(made.json());
        assertThat(listed("text=" + name)).isEqualTo(List.of(made.text("/id")));
        assertThat(listed("state=published&text=" + name)).isEmpty();
    }

    @Test
    void a_name_is_there_once() {
        draft(defined);

        assertThat(draft(defined).problem()).isEqualTo("conflict");
        String other = draft(definition(name + "_2")).text("/id");
        assertThat(define(other, 0, defined).problem()).isEqualTo("conflict");
    }

    @Test
    void a_published_tool_changes_in_all_but_its_name_and_is_retired_instead_of_deleted() {
        String id = draft(defined).text("/id");
        assertThat(define(id, 0, definition(name + "_new")).text("/name")).isEqualTo(name + "_new");
        assertThat(call("POST", "/" + id + "/retire", "").problem()).isEqualTo("conflict");

        assertThat(publish(id, 1).text("/state")).isEqualTo("published");

        Answer renamed = define(id, 2, defined);
        assertThat(renamed.status()).isEqualTo(400);
        assertThat(renamed.text("/errors/0/pointer")).isEqualTo("/name");
        String said = definition(name + "_new").replace("Looks up", "Finds");
        assertThat(define(id, 2, said).text("/description")).isEqualTo("Finds an order by its number.");
        assertThat(call("DELETE", "/" + id, "").problem()).isEqualTo("conflict");
        assertThat(call("POST", "/" + id + "/retire", "").text("/state")).isEqualTo("retired");
        assertThat(publish(id, 4).json().at("/revision").asInt()).isEqualTo(5);
    }

    @Test
    void nobody_changes_or_publishes_what_they_have_not_seen() {
        String id = draft(defined).text("/id");
        String theirs = defined.replace("Looks up", "Finds");
        assertThat(define(id, 0, theirs).json().at("/revision").asInt()).isEqualTo(1);

        Answer over = define(id, 0, defined.replace("Looks up", "Tells of"));
        assertThat(over.status()).isEqualTo(409);
        assertThat(over.problem()).isEqualTo("stale");
        assertThat(publish(id, 0).problem()).isEqualTo("stale");
        assertThat(find(id).text("/state")).isEqualTo("draft");
        assertThat(publish(id, 1).text("/description")).isEqualTo("Finds an order by its number.");

        assertThat(define(id, 1, defined).problem()).as("published meanwhile").isEqualTo("stale");
        assertThat(publish(id, 1).json()).as("published once").isEqualTo(find(id).json());
        assertThat(define(id, 2, defined).text("/description")).isEqualTo("Looks up an order by its number.");
    }

    @Test
    void says_which_revision_was_seen_unless_there_was_none() {
        String id = draft(defined).text("/id");

        assertThat(call("PUT", "/" + id, defined).text("/errors/0/pointer")).isEqualTo("/revision");
        assertThat(call("POST", "/" + id + "/publish", "{}").text("/errors/0/pointer")).isEqualTo("/revision");
        assertThat(draft(seen(0, definition(name + "_2"))).text("/errors/0/pointer")).isEqualTo("/revision");
    }

    @Test
    void a_draft_is_deleted_and_the_log_keeps_what_it_was() {
        String id = draft(defined).text("/id");

        assertThat(call("DELETE", "/" + id, "").status()).isEqualTo(204);

        assertThat(find(id).problem()).isEqualTo("not-found");
        assertThat(call("DELETE", "/" + id, "").problem()).isEqualTo("not-found");
        List<JsonNode> entries = Log.ofPlatform(app).entries("target=" + id).stream()
                .filter(entry -> entry.at("/outcome").asString().equals("allowed")).toList();
        assertThat(entries).extracting(entry -> entry.at("/operation").asString())
                .containsExactly("DELETE /v1/admin/tools/{id}", "POST /v1/admin/tools");
        assertThat(Changes.of(entries.getFirst()).after()).isEmpty();
        assertThat(JSON.readTree(Changes.of(entries.getFirst()).before()))
                .isEqualTo(JSON.readTree(defined.replaceFirst("\\{", "{\"state\": \"draft\",")));
    }

    /** What is put in the place of what, and which field is found fault with. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "name": "ORDER"               | "name": "Order status"                  | /name
            "name": "ORDER"               | "name": "9lives"                        | /name
            "name": "ORDER"               | "name": null                            | /name
            "category": "orders"          | "category": "weapons"                   | /category
            "category": "orders"          | "category": null                        | /category
            "effect": "reads"             | "effect": null                          | /effect
            "Looks up an order by its number." | ""                                 | /description
            "title": "Order status"       | "title": " "                            | /en/title
            "title": "מצב הזמנה"          | "title": "א\\u0000"                      | /he/title
            "type": "object"              | "type": "array"                         | /parameters/type
            "type": "string"              | "type": "text"                          | /parameters/properties/order/type
            "type": "string"              | "$ref": "https://evil.example/schema"   | /parameters/properties/order/$ref
            "required": ["order"]         | "required": "order"                     | /parameters/required
            "type": "string"              | "title": "a\\u0000"                     | /parameters/properties/order/title
            "type": "string"              | "enum": ["a", "\\ud800"]                | /parameters/properties/order/enum/1
            "type": "string"              | "examples": [{"a\\u0000": 1}]           | /parameters/properties/order/examples/0
            """)
    void a_definition_is_refused_at_its_fault(String part, String fault, String pointer) {
        Answer refused = draft(defined.replace(part.replace("ORDER", name), fault));

        assertThat(refused.status()).as(refused.response().body()).isEqualTo(400);
        assertThat(refused.json().at("/errors").valueStream().map(error -> error.at("/pointer").asString()))
                .as(refused.response().body()).contains(pointer);
    }

    @Test
    void parameters_have_a_size_and_a_depth() {
        String wide = defined.replace("The number of the order.", "x".repeat(17_000));
        String deep = defined.replace("{\"type\": \"string\", \"description\": \"The number of the order.\"}",
                "{\"items\": ".repeat(30) + "{}" + "}".repeat(30));

        assertThat(draft(wide).text("/errors/0/code")).isEqualTo("too-long");
        assertThat(draft(deep).text("/errors/0/code")).isEqualTo("too-deep");
    }

    @Test
    void nobody_but_an_operator_sees_it() {
        String id = draft(defined).text("/id");
        String email = TestApp.newEmail();
        app.member(app.tenant(1000), Role.OWNER, email);

        assertThat(app.get("/v1/admin/tools/" + id).token(app.token(email)).send().status()).isEqualTo(403);
    }

    private static String definition(String name) {
        return """
                {"name": "%s", "category": "orders", "effect": "reads", "description": "Looks up an order by its number.",
                 "en": {"title": "Order status", "summary": "Tells where an order is."},
                 "he": {"title": "מצב הזמנה", "summary": "אומר איפה ההזמנה."},
                 "parameters": {"type": "object", "required": ["order"],
                   "properties": {"order": {"type": "string", "description": "The number of the order."}}}}"""
                .formatted(name);
    }

    private static String seen(int revision, String definition) {
        return definition.replaceFirst("\\{", "{\"revision\": " + revision + ", ");
    }

    private static Answer define(String id, int revision, String definition) {
        return call("PUT", "/" + id, seen(revision, definition));
    }

    private static Answer publish(String id, int revision) {
        return call("POST", "/" + id + "/publish", "{\"revision\": " + revision + "}");
    }

    private static Answer draft(String definition) {
        return call("POST", "", definition);
    }

    private static Answer find(String id) {
        return app.get("/v1/admin/tools/" + id).token(OPERATOR).send();
    }

    private static Answer call(String method, String path, String body) {
        return app.call(method, "/v1/admin/tools" + path).token(OPERATOR).json(method, body).send();
    }

    private static List<String> listed(String query) {
        return app.get("/v1/admin/tools?" + query).token(OPERATOR).send().json().at("/items").valueStream()
                .map(tool -> tool.at("/id").asString()).toList();
    }
}
