package dev.csai.chat.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssistantLimitsIT {

    private static final String PATH = "/v1/assistant";
    private static final TestApp app = TestApp.shared();

    private final Owner owner = Owner.of(app);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"settings": {}} | /revision
            {"revision": 0} | /settings
            {"revision": 0, "settings": {}, "by": "me"} | /by
            {"revision": 0, "settings": {"model": ""}} | /settings/model
            {"revision": 0, "settings": {"model": "two words"}} | /settings/model
            {"revision": 0, "settings": {"temperature": 1.01}} | /settings/temperature
            {"revision": 0, "settings": {"temperature": -0.1}} | /settings/temperature
            {"revision": 0, "settings": {"temperature": "0.5"}} | /settings/temperature
            {"revision": 0, "settings": {"maxTokens": 15}} | /settings/maxTokens
            {"revision": 0, "settings": {"maxTokens": 16385}} | /settings/maxTokens
            {"revision": 0, "settings": {"topK": 2}} | /settings/topK
            {"revision": 0, "settings": {"topK": 11}} | /settings/topK
            {"revision": 0, "settings": {"topK": 4.5}} | /settings/topK
            {"revision": 0, "settings": {"instructions": "a\\u0000b"}} | /settings/instructions
            {"revision": 0, "settings": {"memory": {"messages": 51}}} | /settings/memory/messages
            {"revision": 0, "settings": {"memory": {"tokens": 8001}}} | /settings/memory/tokens
            {"revision": 0, "settings": {"memory": {"days": 1}}} | /settings/memory/days
            {"revision": 0, "settings": {"language": "fr"}} | /settings/language
            {"revision": 0, "settings": {"language": " "}} | /settings/language
            {"revision": 0, "settings": {"tools": "no"}} | /settings/tools
            {"revision": 0, "settings": {"fallback": {"fr": "Non."}}} | /settings/fallback/fr
            {"revision": 0, "settings": {"fallback": {"en": " "}}} | /settings/fallback/en
            {"revision": 0, "settings": {"greeting": "Hi"}} | /settings/greeting
            """)
    void refuses_what_makes_no_sense(String body, String pointer) {
        Answer refused = owner.call("PUT", PATH).json("PUT", body).send();

        assertThat(refused.problem()).isEqualTo("invalid-request");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(owner.call("GET", PATH).send().json().at("/revision").asInt()).isZero();
    }

    @Test
    void takes_instructions_of_twenty_thousand_characters_and_sentences_of_five_hundred() {
        String instructions = "א".repeat(20_000);
        assertThat(draft(0, "{\"instructions\": \"%s\"}".formatted(instructions)).text("/draft/instructions"))
                .isEqualTo(instructions);
        assertThat(draft(1, "{\"instructions\": \"%sx\"}".formatted(instructions)).text("/errors/0/pointer"))
                .isEqualTo("/settings/instructions");
        assertThat(draft(1, "{\"fallback\": {\"en\": \"%s\"}}".formatted("x".repeat(501))).text("/errors/0/code"))
                .isEqualTo("too-long");
        assertThat(draft(1, "{\"temperature\": 0}").status()).isEqualTo(200);
        assertThat(draft(2, "{\"temperature\": 1}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {} | /enabled
            {"channels": {}} | /enabled
            {"enabled": "no"} | /enabled
            {"channels": {"telegram": false}} | /channels/telegram
            {"channels": {"widget": null}} | /channels/widget
            """)
    void refuses_switches_that_make_no_sense(String body, String pointer) {
        Answer refused = owner.call("PUT", PATH + "/state").json("PUT", body).send();

        assertThat(refused.problem()).isEqualTo("invalid-request");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    private Answer draft(int revision, String settings) {
        return owner.call("PUT", PATH)
                .json("PUT", "{\"revision\": %d, \"settings\": %s}".formatted(revision, settings)).send();
    }
}
