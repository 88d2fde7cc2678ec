package dev.csai.chat.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TenantProfileIT {

    private static final TestApp app = TestApp.shared();

    private final Owner owner = Owner.of(app, app.tenant(5000));

    @Test
    void tells_all_of_itself() {
        assertThat(profile()).isEqualTo(json("""
                {"id": "%1$s", "name": "Tenant %1$s", "defaultLocale": "en", "languages": ["en", "he"],
                 "branding": {"color": "#0f6f5c", "position": "bottom-right"}, "greetings": {"en": "Hello"},
                 "requestsPerMinute": 5000, "createdAt": "%2$s"}""".formatted(owner.tenant(), app.clock.instant())));
    }

    @Test
    void a_patch_changes_what_it_names_and_answers_with_the_whole() {
        Answer answer = patch(
                """
                        {"name": " Napoli ", "industry": "Restaurants", "defaultLocale": "he", "languages": ["he", "en", "pt-BR"],
                         "branding": {"color": "#B3261E", "logoUrl": "https://napoli.example/logo.svg"},
                         "greetings": {"he": "צ׳או", "pt-BR": "Oi"}}""");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(json("""
                {"id": "%1$s", "name": "Napoli", "industry": "Restaurants", "defaultLocale": "he",
                 "languages": ["he", "en", "pt-BR"],
                 "branding": {"color": "#B3261E", "position": "bottom-right",
                   "logoUrl": "https://napoli.example/logo.svg"},
                 "greetings": {"en": "Hello", "he": "צ׳או", "pt-BR": "Oi"},
                 "requestsPerMinute": 5000, "createdAt": "%2$s"}""".formatted(owner.tenant(), app.clock.instant())));
        assertThat(profile()).isEqualTo(answer.json());
    }

    @Test
    void null_takes_away_what_need_not_be_there() {
        patch("{\"industry\": \"Shops\", \"branding\": {\"logoUrl\": \"/demo/logo.svg\"}, \"greetings\": {\"he\": \"היי\"}}");

        JsonNode cleared = patch("""
                {"industry": null, "branding": {"logoUrl": null}, "greetings": {"en": null}}""").json();
        assertThat(cleared.has("industry")).isFalse();
        assertThat(cleared.at("/branding").has("logoUrl")).isFalse();
        assertThat(cleared.at("/greetings")).isEqualTo(json("{\"he\": \"היי\"}"));
        assertThat(patch("{\"greetings\": null}").json().at("/greetings")).isEqualTo(json("{}"));
        assertThat(profile().at("/greetings")).isEqualTo(json("{}"));
    }

    @Test
    void the_widget_follows() {
        String key = owner.make("{\"name\": \"Site\", \"kind\": \"publishable\"}").text("/key");
        app.get("/v1/widget/config").key(key).send();

        patch("""
                {"name": "Napoli", "languages": ["he"], "defaultLocale": "he", "greetings": {"he": "צ׳או", "en": null},
                 "branding": {"color": "#b3261e", "position": "top-left", "logoUrl": "/demo/logo.svg"}}""");

        Answer config = app.get("/v1/widget/config?locale=en").key(key).send();
        assertThat(config.json()).isEqualTo(json("""
                {"brand": {"name": "Napoli", "logoUrl": "/demo/logo.svg", "color": "#b3261e", "position": "top-left"},
                 "greeting": "צ׳או", "locale": "he", "direction": "rtl", "languages": ["he"],
                 "features": {"feedback": true, "handoff": false}}"""));
        assertThat(config.header("Cache-Control")).contains("max-age=60, private");
    }

    @Test
    void many_patches_at_once_all_apply() {
        List<String> patches = List.of("{\"name\": \"Napoli\"}", "{\"industry\": \"Shops\"}",
                "{\"greetings\": {\"en\": \"Hi\"}}", "{\"greetings\": {\"he\": \"היי\"}}",
                "{\"branding\": {\"color\": \"#000000\"}}", "{\"branding\": {\"position\": \"top-left\"}}",
                "{\"branding\": {\"logoUrl\": \"/logo.svg\"}}", "{\"defaultLocale\": \"he\"}");
        for (int round = 0; round < 5; round++) {
            Owner other = Owner.of(app);

            patches.stream().map(patch -> other.call("PATCH", "/v1/tenant").json("PATCH", patch).sendAsync())
                    .toList().forEach(answer -> assertThat(answer.join().status()).isEqualTo(200));

            JsonNode profile = other.call("GET", "/v1/tenant").send().json();
            assertThat(profile.at("/name").asString()).isEqualTo("Napoli");
            assertThat(profile.at("/industry").asString()).isEqualTo("Shops");
            assertThat(profile.at("/defaultLocale").asString()).isEqualTo("he");
            assertThat(profile.at("/greetings")).isEqualTo(json("{\"en\": \"Hi\", \"he\": \"היי\"}"));
            assertThat(profile.at("/branding")).isEqualTo(json("""
                    {"color": "#000000", "position": "top-left", "logoUrl": "/logo.svg"}"""));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": null}                                | /name               | required
            {"name": "  "}                                | /name               | required
            {"name": 5}                                   | /name               | wrong-type
            {"name": "a\\u0000b"}                         | /name               | bad-character
            {"industry": " "}                             | /industry           | required
            {"defaultLocale": null}                       | /defaultLocale      | required
            {"defaultLocale": "fr"}                       | /defaultLocale      | not-allowed
            {"languages": null}                           | /languages          | required
            {"languages": []}                             | /languages          | required
            {"languages": ["en", null]}                   | /languages/1        | required
            {"languages": ["en", "english"]}              | /languages/1        | malformed
            {"languages": ["en", "he", "xx"]}             | /languages/2        | unknown
            {"languages": ["en", "he", "EN"]}             | /languages/2        | duplicate
            {"languages": ["he"]}                         | /defaultLocale      | not-allowed
            {"languages": ["he"], "defaultLocale": "he"}  | /greetings/en       | not-allowed
            {"languages": "en"}                           | /languages          | wrong-type
            {"branding": null}                            | /branding           | required
            {"branding": {"color": null}}                 | /branding/color     | required
            {"branding": {"color": "red"}}                | /branding/color     | malformed
            {"branding": {"color": "#12345"}}             | /branding/color     | malformed
            {"branding": {"color": "#12345g"}}            | /branding/color     | malformed
            {"branding": {"position": "middle"}}          | /branding/position  | not-allowed
            {"branding": {"logoUrl": "javascript:alert(1)"}} | /branding/logoUrl | malformed
            {"branding": {"logoUrl": "//evil.example/x"}} | /branding/logoUrl   | malformed
            {"branding": {"logoUrl": "/\\\\evil.example"}} | /branding/logoUrl  | malformed
            {"branding": {"logoUrl": "logo.svg"}}         | /branding/logoUrl   | malformed
            {"branding": {"logoUrl": "https://u:p@a.example/x"}} | /branding/logoUrl | malformed
            {"branding": {"logoUrl": "data:image/png;base64,AA"}} | /branding/logoUrl | malformed
            {"branding": {"logo": "x"}}                   | /branding/logo      | unknown
            {"branding": {"logo": null}}                  | /branding/logo      | unknown
            {"branding": "red"}                           | /branding           | wrong-type
            {"greetings": {"fr": "Salut"}}                | /greetings/fr       | not-allowed
            {"greetings": {"a/b~c": "Hi"}}                | /greetings/a~1b~0c  | not-allowed
            {"greetings": {"en": ""}}                     | /greetings/en       | required
            {"greetings": {"en": 5}}                      | /greetings/en       | wrong-type
            {"greetings": []}                             | /greetings          | wrong-type
            {"requestsPerMinute": 9}                      | /requestsPerMinute  | unknown
            {"requestsPerMinute": null}                   | /requestsPerMinute  | unknown
            {"id": "1"}                                   | /id                 | unknown
            {"createdAt": null}                           | /createdAt          | unknown
            """)
    void says_what_is_wrong_and_changes_nothing(String patch, String pointer, String code) {
        JsonNode before = profile();

        assertRefused(patch(patch), pointer, code);
        assertThat(profile()).isEqualTo(before);
    }

    @Test
    void a_patch_with_one_field_that_is_wrong_changes_none() {
        JsonNode before = profile();

        assertRefused(patch("{\"name\": \"Napoli\", \"greetings\": {\"en\": \"Ciao\", \"fr\": \"Salut\"}}"),
                "/greetings/fr", "not-allowed");
        assertThat(profile()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "5", "\"name\"", "{", "", "{\"name\": \"a\", \"name\": \"b\"}", "{} {}"})
    void refuses_what_is_no_patch(String patch) {
        assertThat(patch(patch).problem()).isEqualTo("invalid-request");
    }

    @Test
    void limits_every_length() {
        assertRefused(patch("{\"name\": \"%s\"}".formatted("x".repeat(121))), "/name", "too-long");
        assertRefused(patch("{\"industry\": \"%s\"}".formatted("x".repeat(121))), "/industry", "too-long");
        assertRefused(patch("{\"greetings\": {\"en\": \"%s\"}}".formatted("x".repeat(501))), "/greetings/en",
                "too-long");
        assertRefused(patch("{\"branding\": {\"logoUrl\": \"/%s\"}}".formatted("x".repeat(2000))), "/branding/logoUrl",
                "too-long");
        assertRefused(patch("{\"languages\": [%s\"en\"]}".formatted("\"en\",".repeat(50))), "/languages", "too-many");
        assertThat(patch("{\"name\": \"%s\", \"greetings\": {\"en\": \"%s\"}}".formatted("ש".repeat(120),
                "\uD83C\uDF55".repeat(500))).status()).isEqualTo(200);
        assertThat(patch("{\"name\": \"%s\"}".formatted("x".repeat(300_000))).problem()).isEqualTo("too-large");
    }

    @Test
    void an_empty_patch_changes_nothing_and_another_type_is_refused() {
        JsonNode before = profile();

        assertThat(patch("{}").json()).isEqualTo(before);
        Answer merge = owner.call("PATCH", "/v1/tenant").header("Content-Type", "application/merge-patch+json")
                .body("PATCH", "{\"name\": \"Napoli\"}".getBytes(UTF_8)).send();
        assertThat(merge.text("/name")).isEqualTo("Napoli");
        Answer text = owner.call("PATCH", "/v1/tenant").header("Content-Type", "text/plain")
                .body("PATCH", "{}".getBytes(UTF_8)).send();
        assertThat(text.problem()).isEqualTo("unsupported-media-type");
    }

    @Test
    void tenants_change_themselves_and_nobody_else() {
        Owner other = Owner.of(app);
        JsonNode before = other.call("GET", "/v1/tenant").send().json();

        patch("{\"name\": \"Mine\"}");

        assertThat(other.call("GET", "/v1/tenant").send().json()).isEqualTo(before);
    }

    private Answer patch(String patch) {
        return owner.call("PATCH", "/v1/tenant").json("PATCH", patch).send();
    }

    private JsonNode profile() {
        return owner.call("GET", "/v1/tenant").send().json();
    }

    private static void assertRefused(Answer answer, String pointer, String code) {
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.text("/errors/0/code")).isEqualTo(code);
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
