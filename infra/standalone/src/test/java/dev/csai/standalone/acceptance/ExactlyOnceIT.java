package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.standalone.acceptance.Contract.Answer;
import dev.csai.standalone.acceptance.Contract.Line;
import dev.csai.standalone.acceptance.Contract.Problem;
import dev.csai.standalone.acceptance.Visitor.Utterance;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** However often a message is sent, it is answered once, kept once and billed once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExactlyOnceIT {

    private static final int COPIES = 20;

    private final Tenant shop = platform().newTenant("impatient shop");
    private final Visitor visitor = shop.visitor();

    Platform platform() {
        return Platforms.standalone();
    }

    @BeforeAll
    void knowledge_is_there() {
        assertThat(shop.owner().ingest(Shop.ENGLISH).status()).isEqualTo("completed");
    }

    @Test
    void twenty_copies_at_once_are_one_turn() throws Exception {
        Tenant tenant = platform().newTenant("twenty copies");
        tenant.owner().ingest(Shop.ENGLISH);
        Ledger ledger = new Ledger(platform(), tenant);
        Map<String, Long> before = ledger.settled();
        Utterance utterance = Utterance.of(Shop.ENGLISH_QUESTION);

        List<Answer> answers = AtOnce.call(IntStream.range(0, COPIES).<Callable<Answer>>mapToObj(copy -> copy % 2 == 0
                ? () -> tenant.visitor().say(utterance).as(200, Answer.class)
                : () -> Event.completed(tenant.visitor().stream(utterance))).toList());

        Answer one = answers.getFirst();
        assertThat(answers).hasSize(COPIES).containsOnly(one);
        assertThat(tenant.visitor().history(one.sessionId())).extracting(Line::direction)
                .containsExactly("inbound", "outbound");
        assertThat(count("select count(*) from chat.messages where tenant_id = ? and direction = 'outbound'", tenant))
                .isEqualTo(1);
        assertThat(count("select count(*) from chat.conversations where tenant_id = ?", tenant)).isEqualTo(1);
        ledger.settlesAt(Map.of("messages", before.getOrDefault("messages", 0L) + 1,
                "input_tokens", (long) one.usage().inputTokens(),
                "output_tokens", (long) one.usage().outputTokens(),
                "embedding_tokens", before.getOrDefault("embedding_tokens", 0L) + Ledger.embedded(utterance.text())));
        assertThat(count("select count(*) from billing.usage_records where tenant_id = ? and source = 'turn'", tenant))
                .isEqualTo(4);
    }

    @Test
    void a_later_copy_gets_the_same_answer() {
        Utterance utterance = Utterance.of(Shop.ENGLISH_QUESTION);
        Answer first = visitor.say(utterance).as(200, Answer.class);
        assertThat(visitor.say(utterance).as(200, Answer.class)).isEqualTo(first);
        assertThat(visitor.say(utterance.in(first.sessionId())).as(200, Answer.class)).isEqualTo(first);
        assertThat(Event.completed(visitor.stream(utterance))).isEqualTo(first);
    }

    @Test
    void the_same_key_with_another_text_is_refused() {
        Utterance utterance = Utterance.of(Shop.ENGLISH_QUESTION);
        visitor.say(utterance).expect(200);
        Utterance other = new Utterance(null, utterance.clientMessageId(), "Something else?");
        assertThat(visitor.say(other).as(422, Problem.class).slug()).isEqualTo("key-reused");
    }

    @Test
    void the_same_key_of_another_tenant_is_another_message() {
        Tenant other = platform().newTenant("other shop");
        Utterance utterance = Utterance.of("Hello!");
        Answer mine = visitor.say(utterance).as(200, Answer.class);
        Answer theirs = other.visitor().say(utterance).as(200, Answer.class);
        assertThat(theirs.messageId()).isNotEqualTo(mine.messageId());
        other.visitor().get("/v1/chat/sessions/" + mine.sessionId() + "/messages").expect(404);
    }

    @Test
    void a_stream_cut_at_any_event_goes_on_without_loss_or_repetition() {
        List<Event> whole = visitor.stream(Utterance.of(Shop.ENGLISH_QUESTION));
        String text = Event.completed(whole).text();
        assertThat(whole.size()).isGreaterThan(4);
        for (int cut = 1; cut < whole.size(); cut++) {
            Utterance utterance = Utterance.of(Shop.ENGLISH_QUESTION);
            List<Event> first = visitor.stream(utterance, null, cut);
            List<Event> rest = visitor.stream(utterance, first.getLast().id(), Integer.MAX_VALUE);
            assertThat(Event.text(first) + Event.text(rest)).as("cut behind event %d", cut).isEqualTo(text);
            assertThat(rest.getLast().name()).isEqualTo("completed");
        }
    }

    @Test
    void messages_of_one_session_are_answered_one_at_a_time_in_the_order_they_came() throws Exception {
        String session = visitor.ask("Hello!").sessionId();
        List<Utterance> questions = List.of(Utterance.of(Shop.ENGLISH_QUESTION).in(session),
                Utterance.of("How long is the warranty of the frame?").in(session),
                Utterance.of("What does the delivery of a cargo bike cost?").in(session));
        List<Answer> answers = AtOnce.call(questions.stream()
                .<Callable<Answer>>map(question -> () -> visitor.say(question).as(200, Answer.class)).toList());

        assertThat(answers).allMatch(answer -> answer.outcome().equals("answered"))
                .extracting(Answer::sessionId).containsOnly(session);
        List<Line> lines = visitor.history(session);
        List<UUID> asked = lines.stream().filter(line -> line.direction().equals("inbound")).skip(1)
                .map(Line::clientMessageId).toList();
        List<UUID> answered = lines.stream().filter(line -> line.direction().equals("outbound")).skip(1)
                .map(Line::messageId).toList();
        List<UUID> answersAsAsked = asked.stream().map(key -> answers.get(questions.stream()
                .map(Utterance::clientMessageId).toList().indexOf(key)).messageId()).toList();
        assertThat(answered).isEqualTo(answersAsAsked);
        assertThat(platform().sql().sql("""
                select completed_at >= lag(completed_at) over (order by ordinal) from chat.turns
                where conversation_id = ? order by ordinal offset 1
                """).param(answers.getFirst().conversationId()).query(Boolean.class).list())
                .containsExactly(true, true, true);
    }

    private long count(String sql, Tenant tenant) {
        return platform().sql().sql(sql).param(tenant.id().value()).query(Long.class).single();
    }
}
