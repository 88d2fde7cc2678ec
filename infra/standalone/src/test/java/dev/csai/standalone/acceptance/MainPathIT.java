package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.standalone.acceptance.Contract.Answer;
import dev.csai.standalone.acceptance.Contract.Document;
import dev.csai.standalone.acceptance.Contract.Line;
import dev.csai.standalone.acceptance.Contract.Rating;
import dev.csai.standalone.acceptance.Visitor.Utterance;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From a member's upload to a visitor's proven answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainPathIT {

    private final Tenant shop = platform().newTenant("bicycle shop");
    private final Proof proof = new Proof(shop.owner());
    private final Visitor visitor = shop.visitor();

    Platform platform() {
        return Platforms.standalone();
    }

    @BeforeAll
    void knowledge_is_there() {
        Document english = shop.owner().ingest(Shop.ENGLISH);
        assertThat(english.status()).as(english.toString()).isEqualTo("completed");
        assertThat(english.progress()).isEqualTo(100);
        assertThat(english.fileName()).isEqualTo("bicycle-shop.txt");
        assertThat(english.chunkCount()).isEqualTo(shop.owner().chunks(english.id()).size()).isPositive();
        assertThat(shop.owner().ingest(Shop.HEBREW).status()).isEqualTo("completed");
    }

    @Test
    void the_demo_owner_logs_in_and_sees_the_demo_documents_searchable() {
        Tenant demo = platform().demo();
        assertThat(demo.owner().documents()).isNotNull();
        assertThat(demo.visitor().get("/v1/widget/config").expect(200).json().path("brand").path("name").asString())
                .isNotBlank();
    }

    @Test
    void search_finds_the_passage() {
        assertThat(shop.owner().search(Shop.ENGLISH_QUESTION, 5)).isNotEmpty()
                .first().satisfies(hit -> {
                    assertThat(hit.text()).contains(Shop.ENGLISH_FACT);
                    assertThat(hit.documentName()).isEqualTo("bicycle-shop.txt");
                });
        assertThat(shop.owner().search(Shop.HEBREW_QUESTION, 5)).first()
                .satisfies(hit -> assertThat(hit.text()).contains(Shop.HEBREW_FACT));
    }

    @Test
    void a_question_is_answered_with_citations_that_hold() {
        Answer answer = visitor.ask(Shop.ENGLISH_QUESTION);
        assertThat(answer.outcome()).isEqualTo("answered");
        assertThat(answer.text()).contains(Shop.ENGLISH_FACT).contains("[1]");
        assertThat(answer.citations()).isNotEmpty().allMatch(each -> each.documentName().equals("bicycle-shop.txt"));
        assertThat(answer.conversationStatus()).isEqualTo("open");
        assertThat(answer.usage().inputTokens()).isPositive();
        assertThat(answer.usage().outputTokens()).isPositive();
        proof.holdsFor(answer);
    }

    @Test
    void a_stream_tells_session_deltas_and_the_same_answer() {
        List<Event> events = visitor.stream(Utterance.of(Shop.ENGLISH_QUESTION));
        Answer answer = Event.completed(events);
        assertThat(events).extracting(Event::name).startsWith("session", "delta").endsWith("completed")
                .containsOnly("session", "delta", "completed");
        assertThat(events.stream().filter(event -> event.name().equals("delta")).count()).isGreaterThan(2);
        assertThat(events).extracting(Event::id).doesNotContain("");
        assertThat(Event.text(events)).isEqualTo(answer.text()).contains(Shop.ENGLISH_FACT);
        assertThat(Reply.JSON.readTree(events.getFirst().data()).path("sessionId").asString())
                .isEqualTo(answer.sessionId());
        proof.holdsFor(answer);
    }

    @Test
    void a_hebrew_question_is_answered_in_hebrew() {
        Answer answer = visitor.ask(Shop.HEBREW_QUESTION);
        assertThat(answer.outcome()).isEqualTo("answered");
        assertThat(answer.text()).contains(Shop.HEBREW_FACT);
        assertThat(answer.citations()).isNotEmpty().allMatch(each -> each.documentName().equals("bicycle-shop-he.txt"));
        proof.holdsFor(answer);
    }

    @Test
    void a_greeting_is_returned_in_its_language_without_a_model() {
        Answer english = visitor.ask("Hello!");
        Answer hebrew = visitor.ask("שלום");
        assertThat(english.outcome()).isEqualTo("answered");
        assertThat(english.text()).startsWith("Hello");
        assertThat(hebrew.text()).startsWith("שלום");
        assertThat(List.of(english, hebrew)).allSatisfy(answer -> {
            assertThat(answer.citations()).isEmpty();
            assertThat(answer.usage().inputTokens()).isZero();
        });
    }

    @Test
    void a_question_that_leans_on_the_one_before_is_understood() {
        Answer saturday = visitor.ask("When is the workshop open on Saturday?");
        Answer sunday = visitor.ask("And on Sunday?", saturday.sessionId());
        assertThat(saturday.text()).contains("from 10 in the morning");
        assertThat(sunday.sessionId()).isEqualTo(saturday.sessionId());
        assertThat(sunday.conversationId()).isEqualTo(saturday.conversationId());
        assertThat(sunday.text()).contains("stays closed");
        proof.holdsFor(sunday);
    }

    @Test
    void what_the_knowledge_does_not_hold_is_not_answered() {
        Answer answer = visitor.ask("Who won the football world cup in 1998?");
        assertThat(answer.outcome()).isEqualTo("abstained");
        assertThat(answer.citations()).isEmpty();
        assertThat(answer.text()).contains("could not find an answer");
    }

    @Test
    void history_tells_both_sides_in_order_with_the_citations() {
        Utterance question = Utterance.of(Shop.ENGLISH_QUESTION);
        Answer first = visitor.say(question).as(200, Answer.class);
        Answer second = visitor.ask("How long is the warranty of the frame?", first.sessionId());
        List<Line> lines = visitor.history(first.sessionId());
        assertThat(lines).extracting(Line::direction).containsExactly("inbound", "outbound", "inbound", "outbound");
        assertThat(lines.getFirst().clientMessageId()).isEqualTo(question.clientMessageId());
        assertThat(lines.getFirst().text()).isEqualTo(Shop.ENGLISH_QUESTION);
        assertThat(lines.get(1).messageId()).isEqualTo(first.messageId());
        assertThat(lines.get(1).text()).isEqualTo(first.text());
        assertThat(lines.get(1).citations()).isEqualTo(first.citations());
        assertThat(lines.get(3).messageId()).isEqualTo(second.messageId());
        assertThat(lines.get(3).text()).contains("12 years");
    }

    @Test
    void an_answer_has_one_rating_which_may_change() {
        Answer answer = visitor.ask(Shop.ENGLISH_QUESTION);
        visitor.rate(answer.messageId(), "up", "clear").expect(200);
        visitor.rate(answer.messageId(), "down", "not what I meant").expect(200);
        assertThat(visitor.history(answer.sessionId()).getLast().feedback())
                .isEqualTo(new Rating("down", "not what I meant"));
        assertThat(platform().sql().sql("select count(*) from chat.feedback where message_id = ?")
                .param(answer.messageId()).query(Long.class).single()).isEqualTo(1);
        visitor.rate(UUID.randomUUID(), "up", "").expect(404);
    }
}
