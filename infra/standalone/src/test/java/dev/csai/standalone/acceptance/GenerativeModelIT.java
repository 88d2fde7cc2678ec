package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.simulators.openai.Asked;
import dev.csai.simulators.openai.OpenAiSimulator;
import dev.csai.simulators.openai.Said;
import dev.csai.standalone.acceptance.Contract.Answer;
import dev.csai.standalone.acceptance.Contract.Citation;
import dev.csai.standalone.acceptance.Multipart.FileBytes;
import dev.csai.standalone.acceptance.Visitor.Utterance;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A model provider, switched on by configuration alone, that says what each test wants. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Everything is set before all tests.
class GenerativeModelIT {

    private static final String SECRET = "The alarm code of the other shop is 7391 and nobody may know.";
    private static final String RETURN = "A bicycle can be returned within 45 days";

    private OpenAiSimulator provider;
    private Platform platform;
    private Tenant shop;

    /** @param model what an operator sets to have a provider asked */
    Platform start(Map<String, String> model) {
        return StandalonePlatform.startWithoutDocuments(model);
    }

    @BeforeAll
    void start() throws IOException {
        provider = OpenAiSimulator.start(0);
        platform = start(Map.of("CSAI_MODEL_PROVIDER", "openai", "CSAI_MODEL_BASEURL",
                provider.baseUrl().toString(), "CSAI_MODEL_APIKEY", "sk-simulated", "CSAI_MODEL_NAME", "gpt-test"));
        shop = platform.newTenant("generative shop");
        shop.owner().ingest(Shop.ENGLISH);
        platform.newTenant("other shop").owner().ingest(FileBytes.text("returns-of-bicycles.txt",
                "How many days do I have to return a bicycle? " + SECRET));
    }

    @AfterAll
    void stop() {
        platform.close();
        provider.close();
    }

    @BeforeEach
    void forget() {
        provider.forget();
    }

    @Test
    void the_prompt_holds_the_passages_of_this_tenant_and_of_no_other() {
        provider.says(Said.of(RETURN, ". [1]"));

        Answer answer = shop.visitor().ask(Shop.ENGLISH_QUESTION);

        assertThat(answer.isAnswered()).isTrue();
        assertThat(provider.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.authorization()).isEqualTo("Bearer sk-simulated");
            assertThat(asked.body().path("model").asString()).isEqualTo("gpt-test");
            assertThat(asked.prompt()).contains("ridden less than 20 kilometres", Shop.ENGLISH_QUESTION)
                    .doesNotContain("7391");
        });
        assertThat(passages(provider.asked().getFirst())).isNotEmpty()
                .isSubsetOf(shop.owner().search(Shop.ENGLISH_QUESTION, 5).stream().map(Contract.Hit::text).toList());
    }

    @Test
    void what_a_tenant_has_published_reaches_the_model() {
        provider.says(Said.of(RETURN, ". [1]"));
        shop.owner().publish("""
                {"model": "gpt-own", "temperature": 0.15, "maxTokens": 321, "topK": 3,
                 "instructions": "Call everybody captain.", "memory": {"messages": 1}}""");
        try {
            String session = shop.visitor().ask(Shop.ENGLISH_QUESTION).sessionId();
            shop.visitor().ask(Shop.ENGLISH_QUESTION, session);
        } finally {
            shop.owner().publish("{}");
        }
        shop.visitor().ask(Shop.ENGLISH_QUESTION);

        List<Asked> asked = provider.asked();
        assertThat(asked).extracting(GenerativeModelIT::options).containsExactly("gpt-own 0.15 321",
                "gpt-own 0.15 321", "gpt-test 0.7 2048");
        assertThat(asked.getFirst().prompt()).contains("<instructions>\nCall everybody captain.\n</instructions>");
        assertThat(asked).extracting(request -> request.body().path("messages").size()).containsExactly(2, 3, 2);
        assertThat(asked.getLast().prompt()).doesNotContain("captain");
    }

    @Test
    void instructions_against_the_rules_let_no_answer_without_proof_through() {
        provider.says(Said.of("Of course, captain! Bring it back whenever you like [7]."));
        shop.owner().publish("{\"instructions\": \"Never say that you do not know. Cite what you like.\"}");
        try {
            Answer answer = shop.visitor().ask(Shop.ENGLISH_QUESTION);

            assertThat(answer.outcome()).isEqualTo("abstained");
            assertThat(answer.citations()).isEmpty();
            assertThat(answer.text()).doesNotContain("[7]");
        } finally {
            shop.owner().publish("{}");
        }
    }

    @Test
    void invented_citations_are_dropped_and_what_supports_nothing_too() {
        provider.says(asked -> Said.of(RETURN, " [", "9] [" + place(asked, "45 days"), "]. ",
                "The moon is made of green cheese [" + place(asked, "45 days"), "]."));

        Answer answer = shop.visitor().ask(Shop.ENGLISH_QUESTION);

        assertThat(answer.text()).startsWith(RETURN + " [1]. The moon is made of green cheese.");
        assertThat(answer.citations()).extracting(Citation::index).containsExactly(1);
        assertThat(answer.citations().getFirst().snippet()).contains("45 days");
    }

    @Test
    void an_answer_that_no_passage_supports_is_none() {
        provider.says(Said.of("NO_", "ANSWER"));

        Answer answer = shop.visitor().ask(Shop.ENGLISH_QUESTION);

        assertThat(answer.outcome()).isEqualTo("abstained");
        assertThat(answer.text()).doesNotContain("NO_ANSWER");
        assertThat(answer.citations()).isEmpty();
    }

    @Test
    void deltas_come_while_the_model_still_talks() {
        provider.says(Said.of(RETURN, " of", " the", " purchase", ". [1]").pausing(Duration.ofSeconds(2)));

        List<Event> first = shop.visitor().stream(Utterance.of(Shop.ENGLISH_QUESTION), null, 2);

        assertThat(provider.talking()).isEqualTo(1);
        assertThat(first).extracting(Event::name).containsExactly("session", "delta");
    }

    @Test
    void usage_is_what_the_provider_reports() {
        provider.says(Said.of(RETURN, ". [1]").using(4_321, 27));
        Tenant counted = platform.newTenant("counted shop");
        var document = counted.owner().ingest(Shop.ENGLISH);

        Answer answer = counted.visitor().ask(Shop.ENGLISH_QUESTION);

        assertThat(answer.usage()).isEqualTo(new Contract.ModelUsage("gpt-test", 4_321, 27));
        Ledger ledger = new Ledger(platform, counted);
        ledger.settlesAt(Map.of("messages", 1L, "input_tokens", 4_321L, "output_tokens", 27L, "embedding_tokens",
                ledger.embeddedByIngestion(document) + Ledger.embedded(Shop.ENGLISH_QUESTION)));
    }

    @Test
    void the_extractive_assistant_answers_while_the_provider_is_down() {
        provider.says(Said.failing(500));

        Answer answer = shop.visitor().ask(Shop.ENGLISH_QUESTION);

        assertThat(answer.isAnswered()).isTrue();
        assertThat(answer.text()).contains(Shop.ENGLISH_FACT);
        assertThat(answer.usage().model()).isEqualTo("csai-extractive-1");
    }

    @Test
    void a_provider_that_dies_in_its_answer_leaves_a_turn_that_can_be_repeated() {
        Utterance utterance = Utterance.of(Shop.ENGLISH_QUESTION);
        provider.says(Said.of(RETURN, " of").breaking());
        Reply broken = shop.visitor().say(utterance);
        assertThat(broken.status()).isEqualTo(503);
        provider.says(Said.of(RETURN, ". [1]"));

        Answer answer = shop.visitor().say(utterance).as(200, Answer.class);

        assertThat(answer.text()).startsWith(RETURN + ". [1]").containsOnlyOnce(RETURN);
        assertThat(shop.visitor().history(answer.sessionId())).extracting(Contract.Line::direction)
                .containsExactly("inbound", "outbound");
    }

    private static String options(Asked asked) {
        return "%s %s %s".formatted(asked.body().path("model").asString(), asked.body().path("temperature"),
                asked.body().path("max_tokens"));
    }

    private static List<String> passages(Asked asked) {
        return Pattern.compile("<passage index=\"\\d+\"(?: heading=\"[^\"]*\")?>\n(.*?)\n</passage>",
                Pattern.DOTALL).matcher(asked.prompt()).results().map(found -> found.group(1)).toList();
    }

    /** Number of the passage that says so. */
    private static int place(Asked asked, String words) {
        List<String> passages = passages(asked);
        return 1 + passages.indexOf(passages.stream().filter(passage -> passage.contains(words)).findFirst()
                .orElseThrow());
    }
}
