package dev.csai.chat.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeysIT {

    private static final TestApp app = TestApp.shared();

    private final Owner owner = Owner.of(app);

    @Test
    void a_publishable_key_is_made_and_serves_its_origins() {
        Answer made = owner.make("""
                {"name": " Site ", "kind": "publishable", "allowedOrigins":
                  ["https://Shop.example:443", "http://localhost:3000", "https://shop.example"]}""");

        assertThat(made.status()).isEqualTo(201);
        String key = made.text("/key");
        assertThat(key).matches("pk_[0-9A-Za-z]{32}");
        assertThat(made.json()).isEqualTo(json("""
                {"id": "%s", "name": "Site", "kind": "publishable", "prefix": "%s", "key": "%s",
                 "allowedOrigins": ["https://shop.example", "http://localhost:3000"], "createdAt": "%s",
                 "status": "active"}""".formatted(made.text("/id"), key.substring(0, 8), key, app.clock.instant())));
        assertThat(config(key, "https://shop.example")).isEqualTo(200);
        assertThat(config(key, "http://localhost:3000")).isEqualTo(200);
        assertThat(config(key, "https://evil.example")).isEqualTo(403);
        assertThat(listed(made.text("/id")).at("/key").asString()).isEqualTo(key);
    }

    @Test
    void a_secret_key_is_made_and_shown_this_once() {
        Answer made = owner.make("""
                {"name": "Shop server", "kind": "secret", "allowedOrigins": [],
                 "scopes": ["tenant:read", "knowledge:write", "tenant:read"]}""");

        assertThat(made.status()).isEqualTo(201);
        String key = made.text("/key");
        assertThat(key).matches("sk_[0-9A-Za-z]{32}");
        assertThat(made.json()).isEqualTo(json("""
                {"id": "%s", "name": "Shop server", "kind": "secret", "prefix": "%s", "key": "%s",
                 "scopes": ["knowledge:write", "tenant:read"], "createdAt": "%s", "status": "active"}"""
                .formatted(made.text("/id"), key.substring(0, 8), key, app.clock.instant())));
        assertThat(listed(made.text("/id")).has("key")).isFalse();
        assertThat(app.get("/v1/tenant").key(key).send().status()).isEqualTo(200);
    }

    @Test
    void a_revoked_key_stays_listed_and_is_revoked_once() {
        Answer made = owner.makeSecret("tenant:read");
        String path = "/v1/api-keys/" + made.text("/id");
        Instant revoked = app.clock.instant();

        assertThat(owner.call("DELETE", path).send().status()).isEqualTo(204);
        app.clock.forward(Duration.ofSeconds(5));
        assertThat(owner.call("DELETE", path).send().status()).isEqualTo(204);

        assertThat(listed(made.text("/id")).at("/status").asString()).isEqualTo("revoked");
        assertThat(listed(made.text("/id")).at("/revokedAt").asString()).isEqualTo(revoked.toString());
        assertThat(app.get("/v1/tenant").key(made.text("/key")).send().problem()).isEqualTo("unauthenticated");
        assertThat(owner.call("POST", path + "/rotate").send().problem()).isEqualTo("conflict");
    }

    @Test
    void a_patch_changes_what_it_names_and_null_clears_the_origins() {
        Answer made = owner.make("""
                {"name": "Site", "kind": "publishable", "allowedOrigins": ["https://shop.example"]}""");
        String path = "/v1/api-keys/" + made.text("/id");

        Answer renamed = owner.call("PATCH", path).json("PATCH", "{\"name\": \"Shop\"}").send();
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.text("/name")).isEqualTo("Shop");
        assertThat(renamed.text("/allowedOrigins/0")).isEqualTo("https://shop.example");

        Answer cleared = owner.call("PATCH", path).header("Content-Type", "application/merge-patch+json")
                .body("PATCH", "{\"allowedOrigins\": null}".getBytes(UTF_8)).send();
        assertThat(cleared.text("/name")).isEqualTo("Shop");
        assertThat(cleared.json().at("/allowedOrigins").isEmpty()).isTrue();
        assertThat(config(made.text("/key"), "https://shop.example")).isEqualTo(403);
    }

    @Test
    void patches_of_different_fields_at_once_both_apply() {
        for (int round = 0; round < 10; round++) {
            Answer made = owner.make("{\"name\": \"Site\", \"kind\": \"publishable\"}");
            String path = "/v1/api-keys/" + made.text("/id");

            Stream.of("{\"name\": \"Shop\"}", "{\"allowedOrigins\": [\"https://shop.example\"]}")
                    .map(patch -> owner.call("PATCH", path).json("PATCH", patch).sendAsync())
                    .toList()
                    .forEach(CompletableFuture::join);

            JsonNode key = listed(made.text("/id"));
            assertThat(key.at("/name").asString()).isEqualTo("Shop");
            assertThat(key.at("/allowedOrigins/0").asString()).isEqualTo("https://shop.example");
            owner.call("DELETE", path).send();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                              | /name            | required
            {"name": " ", "kind": "secret", "scopes": ["tenant:read"]}                      | /name            | required
            {"name": null, "kind": "secret", "scopes": ["tenant:read"]}                     | /name            | required
            {"name": 5, "kind": "secret", "scopes": ["tenant:read"]}                        | /name            | wrong-type
            {"name": "x"}                                                                   | /kind            | required
            {"name": "x", "kind": "SECRET"}                                                 | /kind            | not-allowed
            {"name": "x", "kind": "secret"}                                                 | /scopes          | required
            {"name": "x", "kind": "secret", "scopes": []}                                   | /scopes          | required
            {"name": "x", "kind": "secret", "scopes": ["tenant:read", "members:read"]}      | /scopes/1        | not-allowed
            {"name": "x", "kind": "secret", "scopes": ["tenant:read", null]}                | /scopes/1        | not-allowed
            {"name": "x", "kind": "secret", "scopes": "tenant:read"}                        | /scopes          | wrong-type
            {"name": "x", "kind": "secret", "scopes": ["tenant:read"], "allowedOrigins": ["*"]} | /allowedOrigins | not-allowed
            {"name": "x", "kind": "publishable", "scopes": ["tenant:read"]}                 | /scopes          | not-allowed
            {"name": "x", "kind": "publishable", "allowedOrigins": ["https://a.example", "https://a.example/x"]} | /allowedOrigins/1 | malformed
            {"name": "x", "kind": "publishable", "allowedOrigins": ["shop.example"]}        | /allowedOrigins/0 | malformed
            {"name": "x", "kind": "publishable", "allowedOrigins": ["null"]}                | /allowedOrigins/0 | malformed
            {"name": "x", "kind": "publishable", "allowedOrigins": ["ftp://a.example"]}     | /allowedOrigins/0 | malformed
            {"name": "x", "kind": "publishable", "allowedOrigins": [null]}                  | /allowedOrigins/0 | required
            {"name": "x", "kind": "publishable", "key": "pk_mine"}                          | /key             | unknown
            {"name": "x", "kind": "publishable", "tenantId": "1"}                           | /tenantId        | unknown
            """)
    void says_what_is_wrong_with_a_wish(String body, String pointer, String code) {
        assertRefused(owner.make(body), pointer, code);
        assertThat(list("").at("/items").isEmpty()).isTrue();
    }

    @Test
    void limits_lengths_and_counts() {
        String origins = Stream.iterate(0, n -> n + 1).limit(51).map(n -> "\"https://s" + n + ".example\"")
                .collect(Collectors.joining(","));

        assertRefused(owner.make("{\"name\": \"%s\", \"kind\": \"publishable\"}".formatted("x".repeat(121))), "/name",
                "too-long");
        assertThat(owner.make("{\"name\": \"%s\", \"kind\": \"publishable\"}".formatted("\uD83C\uDF55".repeat(120)))
                .status()).isEqualTo(201);
        assertRefused(owner.make("{\"name\": \"x\", \"kind\": \"publishable\", \"allowedOrigins\": [%s]}"
                .formatted(origins)), "/allowedOrigins", "too-many");
        assertRefused(owner.make("{\"name\": \"x\\u0000\", \"kind\": \"publishable\"}"), "/name", "bad-character");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": null}                        | /name            | required
            {"name": ""}                          | /name            | required
            {"scopes": ["tenant:read"]}           | /scopes          | unknown
            {"scopes": null}                      | /scopes          | unknown
            {"kind": "publishable"}               | /kind            | unknown
            {"allowedOrigins": "*"}               | /allowedOrigins  | wrong-type
            {"allowedOrigins": ["https://a.example"]} | /allowedOrigins | not-allowed
            """)
    void says_what_is_wrong_with_a_patch_and_changes_nothing(String patch, String pointer, String code) {
        Answer made = owner.makeSecret("tenant:read");
        JsonNode before = listed(made.text("/id"));

        assertRefused(owner.call("PATCH", "/v1/api-keys/" + made.text("/id")).json("PATCH", patch).send(), pointer,
                code);
        assertThat(listed(made.text("/id"))).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"name\"", "{", "{\"name\": \"a\", \"name\": \"b\"}", ""})
    void refuses_what_is_no_patch(String patch) {
        Answer made = owner.makeSecret("tenant:read");

        assertThat(owner.call("PATCH", "/v1/api-keys/" + made.text("/id")).json("PATCH", patch).send().problem())
                .isEqualTo("invalid-request");
    }

    @Test
    void lists_the_newest_first_page_by_page() {
        List<String> made = Stream.generate(() -> owner.makeSecret("tenant:read").text("/id")).limit(5).toList();

        JsonNode first = list("?limit=3");
        JsonNode second = list("?limit=3&cursor=" + first.at("/nextCursor").asString());

        assertThat(ids(first)).containsExactly(made.get(4), made.get(3), made.get(2));
        assertThat(ids(second)).containsExactly(made.get(1), made.get(0));
        assertThat(second.at("/nextCursor").isNull()).isTrue();
        assertThat(owner.call("GET", "/v1/api-keys?limit=201").send().text("/errors/0/pointer")).isEqualTo("limit");
        assertThat(owner.call("GET", "/v1/api-keys?cursor=x").send().text("/errors/0/pointer")).isEqualTo("cursor");
    }

    @Test
    void another_tenants_key_is_as_unknown_as_one_that_never_was() {
        Answer others = Owner.of(app).makeSecret("tenant:read");

        for (String id : List.of(others.text("/id"), UUID.randomUUID().toString())) {
            String path = "/v1/api-keys/" + id;
            for (Answer answer : List.of(
                    owner.call("PATCH", path).json("PATCH", "{\"name\": \"Mine\"}").send(),
                    owner.call("POST", path + "/rotate").send(),
                    owner.call("DELETE", path).send())) {
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.text("/detail")).isEqualTo("There is no such key.");
            }
        }
        assertThat(list("").at("/items").isEmpty()).isTrue();
        assertThat(app.get("/v1/tenant").key(others.text("/key")).send().status()).isEqualTo(200);
        assertThat(owner.call("DELETE", "/v1/api-keys/mine").send().problem()).isEqualTo("invalid-request");
    }

    @Test
    void fifty_keys_may_be_alive_however_many_are_made_at_once() {
        List<Answer> answers = Stream.generate(() -> owner.call("POST", "/v1/api-keys")
                .json("{\"name\": \"Site\", \"kind\": \"publishable\"}").sendAsync())
                .limit(60).toList().stream().map(CompletableFuture::join).toList();

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(50);
        assertThat(answers).filteredOn(answer -> answer.problem().equals("conflict")).hasSize(10);
        assertThat(list("?limit=200").at("/items").size()).isEqualTo(50);

        owner.call("DELETE", "/v1/api-keys/" + list("").at("/items/0/id").asString()).send();
        assertThat(owner.makeSecret("tenant:read").status()).isEqualTo(201);
        assertThat(owner.makeSecret("tenant:read").problem()).isEqualTo("conflict");
    }

    private static void assertRefused(Answer answer, String pointer, String code) {
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.text("/errors/0/code")).isEqualTo(code);
    }

    private JsonNode list(String query) {
        return owner.call("GET", "/v1/api-keys" + query).send().json();
    }

    private JsonNode listed(String id) {
        return list("?limit=200").at("/items").valueStream().filter(key -> key.at("/id").asString().equals(id))
                .findFirst().orElseThrow();
    }

    private static List<String> ids(JsonNode page) {
        return page.at("/items").valueStream().map(key -> key.at("/id").asString()).toList();
    }

    private static int config(String key, String origin) {
        return app.get("/v1/widget/config").key(key).origin(origin).send().status();
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
