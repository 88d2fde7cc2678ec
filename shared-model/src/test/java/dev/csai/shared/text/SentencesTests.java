package dev.csai.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTests {

    private static List<String> sentences(String text) {
        return Sentences.split(text).stream().map(Sentence::text).toList();
    }

    @Test
    void end_with_their_mark_and_keep_its_closing_quotation_mark() {
        assertThat(sentences("We open at 9. \"Really?\" Yes! See you (soon.) Bye"))
                .containsExactly("We open at 9.", "\"Really?\"", "Yes!", "See you (soon.)", "Bye");
    }

    @Test
    void go_on_after_abbreviations_initials_and_numbers() {
        assertThat(sentences("Dr. Cohen paid $3.50, e.g. for No. 5. J. Smith lives in the U.S. since 1999. Fine."))
                .containsExactly("Dr. Cohen paid $3.50, e.g. for No. 5.", "J. Smith lives in the U.S. since 1999.",
                        "Fine.");
    }

    @Test
    void end_after_an_abbreviation_that_a_capital_letter_follows() {
        assertThat(sentences("It opens at 5 p.m. The end.")).containsExactly("It opens at 5 p.m.", "The end.");
    }

    @Test
    void end_with_the_line_and_keep_the_number_of_an_item() {
        assertThat(sentences("1. Open the app\n2. Tap Pay. Done")).containsExactly("1. Open the app", "2. Tap Pay.",
                "Done");
    }

    @Test
    void of_hebrew_keep_its_acronyms_and_shortened_words() {
        assertThat(sentences("רשב\"י אמר לר' שמעון. והלך! מה השעה?"))
                .containsExactly("רשב\"י אמר לר' שמעון.", "והלך!", "מה השעה?");
    }

    @Test
    void know_where_they_stand() {
        String text = "  First one.   Second one.\n\nThird";

        assertThat(Sentences.split(text)).hasSize(3).allSatisfy(
                sentence -> assertThat(text.substring(sentence.start(), sentence.end())).isEqualTo(sentence.text()));
    }

    @Test
    void lose_nothing_but_white_space() {
        String text = "A.B. c? d!e 1.2.3 ... \n x。y！\t\"z.\" '";

        assertThat(String.join("", sentences(text)).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }
}
