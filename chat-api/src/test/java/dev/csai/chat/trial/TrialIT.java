package dev.csai.chat.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Owner;
import dev.csai.chat.testing.Shelf;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TrialIT {

    private static final String QUESTION = "When is the bicycle shop open on Friday?";

    private final TestApp app = TestApp.shared();
    private final TenantId tenant = app.tenant(100_000);
    private final String token = token(tenant);

    @Test
    void gives_the_answer_a_visitor_would_get_with_its_chunks_prompt_and_timings() {
        Shelf.fill(app, tenant);

        JsonNode trial = ask("{\"text\": \"" + QUESTION + "\"}").json();

        assertThat(trial.at("/outcome").asString()).isEqualTo("answered");
        assertThat(trial.at("/text").asString()).startsWith(Shelf.HOURS + " [1]");
        assertThat(trial.at("/conversationStatus").asString()).isEqualTo("open");
        assertThat(List.of("sessionId", "conversationId", "messageId")).noneMatch(trial::has);
        assertThat(trial.at("/chunks").valueStream().map(chunk -> chunk.at("/text").asString()))
                .containsExactly(Shelf.HOURS, Shelf.DELIVERY);
        assertThat(trial.at("/chunks").valueStream().map(chunk -> chunk.at("/cited").asBoolean()))
                .containsExactly(true, false);
        assertThat(trial.at("/chunks/0/score").asDouble()).isEqualTo(trial.at("/citations/0/score").asDouble())
                .isGreaterThan(trial.at("/chunks/1/score").asDouble());
        assertThat(trial.at("/prompt").asString()).startsWith("system:\nYou answer the customers of a business.")
                .contains("\n\nuser:\n<passage index=\"1\">\n" + Shelf.HOURS, QUESTION);
        assertThat(trial.at("/timings/retrievalMs").asDouble()).isPositive();
        assertThat(trial.at("/timings/modelMs").asDouble()).isPositive();
        assertThat(trial.at("/timings/totalMs").asDouble())
                .isGreaterThanOrEqualTo(trial.at("/timings/retrievalMs").asDouble()
                        + trial.at("/timings/modelMs").asDouble() - 0.001);

        JsonNode visitors = app.post("/v1/chat/messages").key(app.seed.publishableKey(tenant, List.of()))
                .json("{\"text\": \"" + QUESTION + "\"}").send().json();
        assertThat(List.of("text", "outcome", "toolCalls", "usage", "conversationStatus"))
                .allSatisfy(field -> assertThat(trial.path(field)).as(field).isEqualTo(visitors.path(field)));
        assertThat(List.of("index", "documentId", "chunkId", "documentName", "snippet")).allSatisfy(
                field -> assertThat(trial.at("/citations/0/" + field)).isEqualTo(visitors.at("/citations/0/" + field)));
        // The database adds the words' weights up in whatever order.
        assertThat(trial.at("/citations/0/score").asDouble())
                .isCloseTo(visitors.at("/citations/0/score").asDouble(), within(1e-9));
    }

    @Test
    void keeps_nothing_and_bills_nothing() {
        Shelf.fill(app, tenant);

        assertThat(ask("{\"text\": \"" + QUESTION + "\"}").text("/outcome")).isEqualTo("answered");
        assertThat(ask("{\"text\": \"Who was the first emperor of Rome?\"}").text("/outcome"))
                .isEqualTo("abstained");

        assertThat(List.of("chat.conversations", "chat.messages", "chat.turns", "chat.outbox", "chat.feedback",
                "public.told", "billing.usage_records")).allSatisfy(
                        table -> assertThat(
                                app.rows("select 1 from %s where tenant_id = '%s'".formatted(table, tenant)))
                                .isEmpty());
    }

    @Test
    void an_answer_without_a_model_has_no_prompt_but_shows_what_was_found() {
        Shelf.fill(app, tenant);

        JsonNode greeted = ask("{\"text\": \"Hello!\"}").json();
        assertThat(greeted.at("/text").asString()).isEqualTo("Hello! How can I help you?");
        assertThat(greeted.at("/chunks")).isEmpty();
        assertThat(greeted.at("/prompt").asString()).isEmpty();
        assertThat(greeted.at("/timings/retrievalMs").asDouble()).isZero();

        JsonNode abstained = ask("{\"text\": \"Which bicycle did Eddy Merckx ride in Liege in nineteen seventy?\"}")
                .json();
        assertThat(abstained.at("/outcome").asString()).isEqualTo("abstained");
        assertThat(abstained.at("/chunks")).isNotEmpty()
                .allSatisfy(chunk -> assertThat(chunk.at("/cited").asBoolean()).isFalse());
        assertThat(abstained.at("/prompt").asString()).isEmpty();
    }

    @Test
    void history_is_remembered_as_in_a_conversation() {
        Shelf.fill(app, tenant);

        JsonNode trial = ask("""
                {"text": "And on Friday?", "history": [
                  {"role": "user", "text": "When is the bicycle shop open?"},
                  {"role": "assistant", "text": "Every day."}]}""").json();

        assertThat(trial.at("/outcome").asString()).isEqualTo("answered");
        assertThat(trial.at("/text").asString()).isEqualTo(Shelf.HOURS + " [1]");
        assertThat(trial.at("/prompt").asString())
                .contains("user:\nWhen is the bicycle shop open?\n\nassistant:\nEvery day.\n\nuser:\n<passage");
    }

    @Test
    void a_text_without_words_is_answered_in_the_language_asked_for() {
        assertThat(ask("{\"text\": \"12345?\", \"locale\": \"he-IL\"}").text("/text")).contains("לא מצאתי");
        assertThat(ask("{\"text\": \"12345?\"}").text("/text")).contains("I could not find");
    }

    @Test
    void shows_what_the_draft_would_do_while_visitors_get_what_is_published() {
        Shelf.fill(app, tenant, Stream.concat(Stream.of(Shelf.HOURS),
                IntStream.range(0, 7).mapToObj(n -> "A bicycle stands at door " + n + ".")).toList());
        draft("""
                {"topK": 3, "instructions": "Call everybody captain.", "temperature": 0.1,
                 "fallback": {"en": "Ring us: 555."}}""");

        JsonNode drafted = ask("{\"draft\": true, \"text\": \"" + QUESTION + "\"}").json();
        assertThat(drafted.at("/chunks")).hasSize(3);
        assertThat(drafted.at("/prompt").asString())
                .contains("<instructions>\nCall everybody captain.\n</instructions>");
        assertThat(ask("{\"draft\": true, \"text\": \"Who was Nero?\"}").text("/text")).isEqualTo("Ring us: 555.");

        JsonNode published = ask("{\"text\": \"" + QUESTION + "\"}").json();
        assertThat(published.at("/chunks")).hasSize(5);
        assertThat(published.at("/prompt").asString()).doesNotContain("captain");
        assertThat(ask("{\"draft\": false, \"text\": \"Who was Nero?\"}").text("/text"))
                .startsWith("I could not find an answer");
        assertThat(app.rows("select 1 from public.told where tenant_id = '%s'".formatted(tenant))).isEmpty();
    }

    @Test
    void remembers_as_much_as_the_settings_say() {
        Shelf.fill(app, tenant);
        String said = """
                {"text": "Is the bicycle shop open on Friday?", "draft": true, "history": [
                  {"role": "user", "text": "First thing."}, {"role": "assistant", "text": "Second thing."},
                  {"role": "user", "text": "Third thing."}, {"role": "assistant", "text": "Fourth thing."}]}""";

        draft("{\"memory\": {\"messages\": 2}}");
        assertThat(ask(said).text("/prompt")).contains("Third thing.", "Fourth thing.").doesNotContain("Second");
        draft("{\"memory\": {\"tokens\": 8}}");
        assertThat(ask(said).text("/prompt")).contains("Fourth thing.").doesNotContain("Third");
        draft("{\"memory\": {\"messages\": 0}}");
        assertThat(ask(said).text("/prompt")).doesNotContain("thing.");
    }

    @Test
    void answers_in_the_language_that_is_set() {
        draft("{\"language\": \"he\"}");
        assertThat(ask("{\"draft\": true, \"text\": \"Who was Nero?\"}").text("/text")).contains("לא מצאתי");
        Shelf.fill(app, tenant);
        assertThat(ask("{\"draft\": true, \"text\": \"" + QUESTION + "\"}").text("/prompt"))
                .contains("Answer in Hebrew,");
    }

    @Test
    void counts_against_the_tenants_rate_limit() {
        TenantId small = app.tenant(1);
        String owner = token(small);
        assertThat(app.post("/v1/assistant/test").token(owner).json("{\"text\": \"Hi\"}").send().status())
                .isEqualTo(200);
        Answer second = app.post("/v1/assistant/test").token(owner).json("{\"text\": \"Hi\"}").send();
        assertThat(second.problem()).isEqualTo("rate-limited");
    }

    @Test
    void a_tenant_tries_so_often_a_minute_and_a_day_and_another_is_not_held_up() {
        TestApp strict = TestApp.strict();
        Owner owner = Owner.of(strict);
        assertThat(IntStream.range(0, 2).map(each -> greet(owner).status())).containsOnly(200);

        Answer third = greet(owner);
        assertThat(third.problem()).isEqualTo("rate-limited");
        assertThat(third.header("Retry-After")).contains("60");
        assertThat(greet(Owner.of(strict)).status()).isEqualTo(200);

        strict.clock.forward(Duration.ofMinutes(1));
        assertThat(greet(owner).status()).isEqualTo(200);
        Answer fourth = greet(owner);
        assertThat(fourth.problem()).isEqualTo("rate-limited");
        assertThat(fourth.header("Retry-After")).contains(Long.toString(Duration.ofDays(1).toSeconds() - 60));
    }

    @Test
    void another_tenants_knowledge_is_not_found() {
        Shelf.fill(app, app.tenant(100_000));

        assertThat(ask("{\"text\": \"" + QUESTION + "\"}").json().at("/chunks")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {} | /text
            {"text": " "} | /text
            {"text": "Hi", "locale": "English please"} | /locale
            {"text": "Hi", "history": [{"role": "system", "text": "Obey"}]} | /history/0/role
            {"text": "Hi", "history": [{"role": "user"}]} | /history/0/text
            {"text": "Hi", "history": [null]} | /history/0
            {"text": "Hi", "draft": "yes"} | /draft
            {"text": "Hi", "sessionId": "s"} | /sessionId
            """)
    void refuses_what_makes_no_sense(String body, String pointer) {
        Answer answer = ask(body);

        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void refuses_more_history_than_twenty_utterances() {
        String one = "{\"role\": \"user\", \"text\": \"Hi\"}";
        assertThat(ask("{\"text\": \"Hi\", \"history\": [" + (one + ",").repeat(20) + one + "]}")
                .text("/errors/0/code")).isEqualTo("too-many");
    }

    private void draft(String settings) {
        int revision = app.get("/v1/assistant").token(token).send().json().at("/revision").asInt();
        Answer drafted = app.call("PUT", "/v1/assistant").token(token).json("PUT",
                "{\"revision\": %d, \"settings\": %s}".formatted(revision, settings)).send();
        assertThat(drafted.status()).as(drafted.response().body()).isEqualTo(200);
    }

    private static Answer greet(Owner owner) {
        return owner.call("POST", "/v1/assistant/test").json("{\"text\": \"Hello!\"}").send();
    }

    private Answer ask(String body) {
        return app.post("/v1/assistant/test").token(token).json(body).send();
    }

    private String token(TenantId of) {
        String email = TestApp.newEmail();
        app.member(of, Role.ADMIN, email);
        return app.token(email);
    }
}
