package dev.csai.chat.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.answer.Question.Said;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowUpTests {

    private static final List<Said> EARLIER = List.of(new Said(true, "When are you open on Friday?"),
            new Said(false, "From nine."));

    @Test
    void a_question_that_leans_on_the_one_before_is_asked_with_it() {
        assertThat(inFull("And on Saturday?")).isEqualTo("When are you open on Friday? And on Saturday?");
        assertThat(inFull("ומה בשבת?")).isEqualTo("When are you open on Friday? ומה בשבת?");
    }

    @Test
    void a_question_that_stands_by_itself_is_left_alone() {
        assertThat(inFull("Do you deliver?")).isEqualTo("Do you deliver?");
        assertThat(inFull("Android or iPhone?")).isEqualTo("Android or iPhone?");
        assertThat(inFull("And " + "very ".repeat(30) + "long?")).startsWith("And very");
    }

    @Test
    void a_greeting_is_one_only_as_a_whole() {
        assertThat(SmallTalk.of("Hi!")).isEqualTo(SmallTalk.GREETING);
        assertThat(SmallTalk.of("  שלום,  ")).isEqualTo(SmallTalk.GREETING);
        assertThat(SmallTalk.of("תודה רבה!!")).isEqualTo(SmallTalk.THANKS);
        assertThat(SmallTalk.of("Hi, when do you open?")).isEqualTo(SmallTalk.NONE);
        assertThat(SmallTalk.of("שלום, מתי אתם פתוחים?")).isEqualTo(SmallTalk.NONE);
    }

    private static String inFull(String text) {
        return new FollowUp()
                .inFull(new Question(new TenantId(Ids.next()), text, Language.of(text), "en", false, EARLIER));
    }
}
