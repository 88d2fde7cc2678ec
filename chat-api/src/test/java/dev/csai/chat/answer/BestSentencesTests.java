package dev.csai.chat.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.answer.BestSentences.Pick;
import dev.csai.shared.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class BestSentencesTests {

    private static final String DELIVERY = "We deliver to Tel Aviv and Ramat Gan. Delivery costs 15 shekels. "
            + "The courier calls you at the door.";
    private static final String HOURS = "Sunday to Thursday from 11:00 to 23:00. On Friday we close at 15:00.";

    @Test
    void are_those_that_share_the_rare_words_of_the_question() {
        assertThat(BestSentences.pick("When do you close on Friday?", Language.ENGLISH, List.of(DELIVERY, HOURS)))
                .containsExactly(new Pick("On Friday we close at 15:00.", 1));
    }

    @Test
    void hold_a_number_where_one_is_asked_for() {
        assertThat(BestSentences.pick("How much does delivery cost?", Language.ENGLISH, List.of(DELIVERY, HOURS))
                .getFirst()).isEqualTo(new Pick("Delivery costs 15 shekels.", 0));
    }

    @Test
    void are_found_in_hebrew_with_other_prefixes() {
        String passage = "אנחנו פתוחים בכל יום. המשלוח עולה 15 שקלים. אפשר לשלם במזומן.";

        assertThat(BestSentences.pick("כמה עולה משלוח?", Language.HEBREW, List.of(passage)).getFirst())
                .isEqualTo(new Pick("המשלוח עולה 15 שקלים.", 0));
    }

    @Test
    void are_at_most_three_and_word_for_word() {
        String passage = "Pizza one is hot. Pizza two is hot. Pizza three is hot. Pizza four is hot.";

        List<Pick> picks = BestSentences.pick("hot pizza", Language.ENGLISH, List.of(passage));

        assertThat(picks).hasSizeBetween(1, 3).allSatisfy(pick -> assertThat(passage).contains(pick.sentence()));
    }

    @Test
    void are_none_where_no_word_is_shared() {
        assertThat(BestSentences.pick("Who won the election?", Language.ENGLISH, List.of(DELIVERY))).isEmpty();
        assertThat(BestSentences.pick("Anything?", Language.ENGLISH, List.of())).isEmpty();
    }
}
