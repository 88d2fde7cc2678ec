package dev.csai.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTests {

    private static Set<String> ofText(String text) {
        return Terms.ofText(text).frequencies().keySet();
    }

    private static List<String> ofQuestion(String question) {
        return Terms.ofQuestion(question).stream().map(QueryWord::terms).flatMap(Collection::stream).toList();
    }

    @Test
    void of_english_are_stems_without_the_words_that_tell_nothing() {
        assertThat(Terms.ofText("The refunds are refunded, refunding takes days"))
                .isEqualTo(new TermFrequencies(java.util.Map.of("refund", 3, "take", 1, "day", 1), 5));
    }

    @Test
    void of_letters_beyond_the_first_plane_are_whole_letters() {
        assertThat(ofText("\uD804\uDD07\uD804\uDD08\uD804\uDD09\uD804\uDD0A\uD804\uDD0B"))
                .isNotEmpty()
                .allSatisfy(term -> assertThat(term.codePoints())
                        .noneMatch(letter -> letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE));
    }

    @Test
    void of_a_question_leave_out_its_question_words() {
        assertThat(ofQuestion("What are your opening hours on Friday?")).containsExactly("open", "hour", "friday");
    }

    @Test
    void of_a_question_of_nothing_but_such_words_keep_them() {
        assertThat(ofQuestion("Who are you?")).containsExactly("who", "are", "you");
    }

    @ParameterizedTest
    @CsvSource({"הבית,בית", "לבית,הבית", "פתיחה,הפתיחה", "משלוחים,המשלוח", "שָׁלוֹם,שלום", "רשב״י,רשב\"י",
            "צה''ל,צה\"ל",
            "בית־ספר,ספר", "naïve,naive", "Cafés,cafe", "Пиццу,пицца", "البيتزا,بيتزا"})
    void of_one_form_of_a_word_meet_those_of_another(String inText, String asked) {
        assertThat(ofText(inText)).containsAnyElementsOf(ofQuestion(asked));
    }

    @ParameterizedTest
    @CsvSource({"AB-1234,ab1234", "ab1234,AB-1234", "03-1234567,031234567", "Help@Shop.co.il,help@shop.co.il",
            "'1,000',1000", "٣٤٥,345", "U.S.,US"})
    void of_codes_and_numbers_are_found_however_they_are_written(String inText, String asked) {
        assertThat(ofText(inText)).containsAll(ofQuestion(asked).subList(ofQuestion(asked).size() - 1,
                ofQuestion(asked).size()));
    }

    @Test
    void of_chinese_are_pairs_of_signs() {
        assertThat(ofText("订购比萨")).contains("比萨_").containsAll(ofQuestion("比萨"));
    }

    @Test
    void of_hebrew_carry_equal_parts_of_their_word() {
        assertThat(Terms.ofQuestion("שעות הפתיחה")).containsExactly(
                new QueryWord("שעות", List.of("שעות", "עות_")),
                new QueryWord("הפתיחה", List.of("הפתי", "פתיח", "תיחה", "יחה_")));
    }

    @Test
    void are_limited_in_number_and_length() {
        var words = new StringBuilder();
        for (int i = 0; i < 2 * Terms.MOST_TERMS; i++) {
            words.append(" word").append(i);
        }

        assertThat(ofText(words.toString())).hasSize(Terms.MOST_TERMS);
        assertThat(Terms.ofQuestion(words.toString())).hasSize(Terms.MOST_QUERY_WORDS);
        assertThat(ofText("a".repeat(100_000) + " b-1" + "c".repeat(1_000)))
                .allSatisfy(term -> assertThat(term).hasSizeLessThanOrEqualTo(64));
    }

    @Test
    void of_texts_without_words_are_none() {
        assertThat(ofText(" ?!… \u200f")).isEmpty();
        assertThat(Terms.ofQuestion("")).isEmpty();
    }
}
