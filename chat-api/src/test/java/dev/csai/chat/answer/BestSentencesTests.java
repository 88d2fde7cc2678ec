package dev.csai.chat.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.answer.BestSentences.Pick;
import dev.csai.shared.text.Language;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BestSentencesTests {

    private static final String DELIVERY = "We deliver to Tel Aviv and Ramat Gan. Delivery costs 15 shekels. "
            + "The courier calls you at the door.";
    private static final String HOURS = "Sunday to Thursday from 11:00 to 23:00. On Friday we close at 15:00.";

    @Test
    void are_those_that_share_the_rare_words_of_the_question() {
        assertThat(BestSentences.pick("When do you close on Friday?", Language.ENGLISH, texts(DELIVERY, HOURS)))
                .containsExactly(new Pick("On Friday we close at 15:00.", 1));
    }

    @Test
    void hold_a_number_where_one_is_asked_for() {
        assertThat(BestSentences.pick("How much does delivery cost?", Language.ENGLISH, texts(DELIVERY, HOURS))
                .getFirst()).isEqualTo(new Pick("Delivery costs 15 shekels.", 0));
    }

    @Test
    void are_found_in_hebrew_with_other_prefixes() {
        String passage = "אנחנו פתוחים בכל יום. המשלוח עולה 15 שקלים. אפשר לשלם במזומן.";

        assertThat(BestSentences.pick("כמה עולה משלוח?", Language.HEBREW, texts(passage)).getFirst())
                .isEqualTo(new Pick("המשלוח עולה 15 שקלים.", 0));
    }

    @Test
    void are_at_most_three_and_word_for_word() {
        String passage = "Pizza one is hot. Pizza two is hot. Pizza three is hot. Pizza four is hot.";

        List<Pick> picks = BestSentences.pick("hot pizza", Language.ENGLISH, texts(passage));

        assertThat(picks).hasSizeBetween(1, 3).allSatisfy(pick -> assertThat(passage).contains(pick.sentence()));
    }

    @Test
    void are_none_where_no_word_is_shared() {
        assertThat(BestSentences.pick("Who won the election?", Language.ENGLISH, texts(DELIVERY))).isEmpty();
        assertThat(BestSentences.pick("Anything?", Language.ENGLISH, List.of())).isEmpty();
    }

    @Test
    void are_those_under_the_question_that_was_asked() {
        List<Passage> passages = List.of(new Passage("Can I bring my dog?", "Yes, on a leash."),
                new Passage("Can I bring a bicycle?", "Only outside of rush hour."));

        assertThat(BestSentences.pick("May I bring a bicycle?", Language.ENGLISH, passages))
                .contains(new Pick("Only outside of rush hour.", 1))
                .doesNotContain(new Pick("Yes, on a leash.", 0));
    }

    private static List<Passage> texts(String... texts) {
        return Arrays.stream(texts).map(text -> new Passage(null, text)).toList();
    }
}
