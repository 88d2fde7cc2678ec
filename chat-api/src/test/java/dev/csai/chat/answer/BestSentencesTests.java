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

    @Test
    void leave_out_the_days_nobody_asked_for() {
        Passage hours = new Passage("Opening hours", """
                From Sunday to Thursday we are open from 11:30 to 23:00.
                On Friday we are open from 11:00 to 15:30.
                On Saturday we open after Shabbat, from 20:30 to midnight.""");

        assertThat(BestSentences.pick("What are your opening hours on Friday?", Language.ENGLISH, List.of(hours)))
                .containsExactly(new Pick("On Friday we are open from 11:00 to 15:30.", 0));
        assertThat(BestSentences.pick("When are you open?", Language.ENGLISH, List.of(hours))).hasSize(3);
    }

    @Test
    void are_all_where_the_innermost_heading_was_asked() {
        Passage hours = new Passage("How to find us › Opening hours", """
                From Sunday to Thursday we serve from 11:30 to 23:00.
                On Friday we are open from 11:00 to 15:30.""");

        assertThat(BestSentences.pick("What are your opening hours?", Language.ENGLISH, List.of(hours)))
                .containsExactly(new Pick("From Sunday to Thursday we serve from 11:30 to 23:00.", 0),
                        new Pick("On Friday we are open from 11:00 to 15:30.", 0));
    }

    @Test
    void leave_out_the_days_nobody_asked_for_in_hebrew() {
        Passage hours = new Passage("שעות פתיחה", """
                בימים ראשון עד חמישי אנחנו פתוחים בין השעות 11:30 ל-23:00.
                ביום שישי אנחנו פתוחים בין השעות 11:00 ל-15:30.
                במוצאי שבת אנחנו פתוחים מ-20:30 עד חצות.""");

        assertThat(BestSentences.pick("מה שעות הפתיחה ביום שישי?", Language.HEBREW, List.of(hours)))
                .containsExactly(new Pick("ביום שישי אנחנו פתוחים בין השעות 11:00 ל-15:30.", 0));
    }

    @Test
    void come_first_from_under_the_very_question() {
        List<Passage> passages = List.of(
                new Passage("Getting here", "The nearest car park is Dizengoff Center; park your car on its roof."),
                new Passage("Where can I park my car?", "Behind the house. The gate opens by itself."));

        assertThat(BestSentences.pick("Where can I park my car?", Language.ENGLISH, passages))
                .contains(new Pick("Behind the house.", 1), new Pick("The gate opens by itself.", 1));
        assertThat(BestSentences.pick("where can i park my car", Language.ENGLISH, passages.reversed()).getFirst())
                .isEqualTo(new Pick("Behind the house.", 0));
    }

    private static List<Passage> texts(String... texts) {
        return Arrays.stream(texts).map(text -> new Passage(null, text)).toList();
    }
}
