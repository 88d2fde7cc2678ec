package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.standalone.acceptance.Contract.Answer;
import dev.csai.standalone.acceptance.Contract.Line;
import dev.csai.standalone.acceptance.Visitor.Utterance;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two chat-api processes on one RabbitMQ, PostgreSQL and Redis are one to those who talk to them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(value = ProductionPlatform.LOCK, mode = ResourceAccessMode.READ)
class TwoChatApisIT {

    private static final int COPIES = 10;
    private static final int QUESTIONS = 8;

    private final ProductionPlatform platform = Platforms.production();
    private final AppProcess second = platform.oneMore(App.CHAT_API);

    @AfterAll
    void the_second_ends_in_order_when_it_is_asked_to() {
        assertThat(second.stop()).isEqualTo(AppProcess.TERMINATED);
    }

    @Test
    void a_session_is_served_by_both_in_turn() {
        Tenant shop = shop("alternating shop");
        Visitor here = shop.visitor();
        Visitor there = atSecond(here);

        Answer saturday = here.ask("When is the workshop open on Saturday?");
        String session = saturday.sessionId();
        Answer sunday = there.ask("And on Sunday?", session);
        Answer warranty = here.ask("How long is the warranty of the frame?", session);
        Answer returning = there.ask(Shop.ENGLISH_QUESTION, session);

        assertThat(saturday.text()).contains("from 10 in the morning");
        assertThat(sunday.text()).contains("stays closed");
        assertThat(warranty.text()).contains("12 years");
        assertThat(returning.text()).contains(Shop.ENGLISH_FACT);
        List<Answer> answers = List.of(saturday, sunday, warranty, returning);
        assertThat(answers).extracting(Answer::conversationId).containsOnly(saturday.conversationId());
        assertThat(here.history(session)).isEqualTo(there.history(session)).extracting(Line::direction)
                .containsExactly("inbound", "outbound", "inbound", "outbound", "inbound", "outbound", "inbound",
                        "outbound");
        Proof proof = new Proof(atSecond(shop.owner()));
        answers.forEach(proof::holdsFor);
    }

    @Test
    void what_one_session_sends_to_both_at_once_is_answered_one_at_a_time() throws Exception {
        Visitor here = shop("crowded shop").visitor();
        Visitor there = atSecond(here);
        String session = here.ask("Hello!").sessionId();
        List<Utterance> questions = Stream.generate(() -> Utterance.of(Shop.ENGLISH_QUESTION).in(session))
                .limit(QUESTIONS).toList();

        List<Answer> answers = AtOnce.call(IntStream.range(0, QUESTIONS).<Callable<Answer>>mapToObj(
                turn -> () -> (turn % 2 == 0 ? here : there).say(questions.get(turn)).as(200, Answer.class)).toList());

        assertThat(answers).allSatisfy(answer -> assertThat(answer.text()).contains(Shop.ENGLISH_FACT))
                .extracting(Answer::messageId).doesNotHaveDuplicates();
        List<Line> lines = here.history(session);
        List<UUID> keys = questions.stream().map(Utterance::clientMessageId).toList();
        List<UUID> answersAsAsked = of(lines, "inbound").stream()
                .map(line -> answers.get(keys.indexOf(line.clientMessageId())).messageId()).toList();
        assertThat(of(lines, "outbound")).extracting(Line::messageId).containsExactlyElementsOf(answersAsAsked);
        assertThat(platform.sql().sql("""
                select completed_at >= lag(completed_at) over (order by ordinal) from chat.turns
                where conversation_id = ? order by ordinal offset 1
                """).param(answers.getFirst().conversationId()).query(Boolean.class).list())
                .hasSize(QUESTIONS).containsOnly(true);
    }

    @Test
    void a_message_sent_to_both_at_once_is_answered_and_billed_once() throws Exception {
        Tenant shop = shop("doubled shop");
        Visitor here = shop.visitor();
        Visitor there = atSecond(here);
        Ledger ledger = new Ledger(platform, shop);
        long ingested = ledger.settled().getOrDefault("embedding_tokens", 0L);
        Utterance utterance = Utterance.of(Shop.ENGLISH_QUESTION);

        List<Answer> answers = AtOnce.call(IntStream.range(0, COPIES).<Callable<Answer>>mapToObj(copy -> () -> {
            Visitor visitor = copy % 2 == 0 ? here : there;
            return copy % 4 < 2
                    ? visitor.say(utterance).as(200, Answer.class)
                    : Event.completed(visitor.stream(utterance));
        }).toList());

        Answer one = answers.getFirst();
        assertThat(one.text()).contains(Shop.ENGLISH_FACT);
        assertThat(answers).hasSize(COPIES).containsOnly(one);
        assertThat(there.history(one.sessionId())).extracting(Line::direction).containsExactly("inbound", "outbound");
        ledger.settlesAt(Map.of("messages", 1L, "input_tokens", (long) one.usage().inputTokens(), "output_tokens",
                (long) one.usage().outputTokens(), "embedding_tokens", ingested + Ledger.embedded(utterance.text())));
    }

    @Test
    void requests_to_both_are_counted_together() {
        Visitor here = platform.newTenant("small plan", 6).visitor();
        Visitor there = atSecond(here);

        assertThat(IntStream.range(0, 8).map(turn -> (turn % 2 == 0 ? here : there).get("/v1/widget/config").status()))
                .containsExactly(200, 200, 200, 200, 200, 200, 429, 429);
    }

    @Test
    void who_logged_in_at_one_is_known_to_the_other() {
        Tenant shop = shop("one log-in");

        assertThat(atSecond(shop.owner()).documents()).isEqualTo(shop.owner().documents()).hasSize(1);
    }

    private Tenant shop(String name) {
        Tenant shop = platform.newTenant(name);
        assertThat(atSecond(shop.owner()).ingest(Shop.ENGLISH).status()).isEqualTo("completed");
        return shop;
    }

    private Visitor atSecond(Visitor visitor) {
        return new Visitor(new Http(second.base()), visitor.key());
    }

    private Member atSecond(Member member) {
        return new Member(new Http(second.base()), member.logIn());
    }

    /** Without those of the greeting. */
    private static List<Line> of(List<Line> lines, String direction) {
        return lines.stream().filter(line -> line.direction().equals(direction)).skip(1).toList();
    }
}
