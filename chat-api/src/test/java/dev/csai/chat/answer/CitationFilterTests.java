package dev.csai.chat.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.retrieval.RetrievedChunk;
import java.util.List;
import org.junit.jupiter.api.Test;

class CitationFilterTests {

    private final List<RetrievedChunk> passages = Passages.of("We open at nine. We close at six.",
            "Delivery costs 12 shekels.");

    @Test
    void numbers_citations_by_first_mention() {
        CitationFilter filter = new CitationFilter(passages);
        assertThat(all(filter, "Delivery costs 12 shekels. [2] We open at nine. [1]"))
                .isEqualTo("Delivery costs 12 shekels. [1] We open at nine. [2]");
        assertThat(filter.citations()).extracting(AnswerPart.Cited::chunk)
                .containsExactly(passages.get(1), passages.get(0));
    }

    @Test
    void drops_a_number_that_names_no_passage() {
        CitationFilter filter = new CitationFilter(passages);
        assertThat(all(filter, "We open at nine. [3] [0] [99]")).isEqualTo("We open at nine.");
        assertThat(filter.citations()).isEmpty();
    }

    @Test
    void drops_a_citation_whose_passage_does_not_support_the_sentence() {
        CitationFilter filter = new CitationFilter(passages);
        assertThat(all(filter, "Refunds take fourteen days. [1] We close at six. [1]"))
                .isEqualTo("Refunds take fourteen days. We close at six. [1]");
    }

    @Test
    void drops_a_citation_for_a_number_the_passage_does_not_have() {
        CitationFilter filter = new CitationFilter(passages);
        assertThat(all(filter, "Delivery costs 15 shekels. [2]")).isEqualTo("Delivery costs 15 shekels.");
    }

    @Test
    void reads_the_same_across_every_border_of_pieces() {
        String text = "We open at nine. [1] Costs [sic] vary. Delivery costs 12 shekels. [2, 1] [7] End";
        String whole = all(new CitationFilter(passages), text);
        assertThat(whole).isEqualTo("We open at nine. [1] Costs [sic] vary. Delivery costs 12 shekels. [2] End");
        for (int border = 1; border < text.length(); border++) {
            CitationFilter filter = new CitationFilter(passages);
            String pieces = filter.pass(text.substring(0, border)) + filter.pass(text.substring(border)) + filter.end();
            assertThat(pieces).as("cut at %d", border).isEqualTo(whole);
        }
    }

    @Test
    void each_number_of_a_list_is_checked_and_becomes_a_mark_of_its_own() {
        CitationFilter filter = new CitationFilter(Passages.of("We close at six.", "We open at nine.",
                "We open at nine daily."));
        assertThat(all(filter, "We open at nine. [1, 2,3]")).isEqualTo("We open at nine. [1][2]");
        assertThat(filter.citations()).extracting(cited -> cited.chunk().text())
                .containsExactly("We open at nine.", "We open at nine daily.");
    }

    @Test
    void a_list_that_proves_nothing_is_dropped() {
        CitationFilter filter = new CitationFilter(passages);
        assertThat(all(filter, "We open at nine. [1] Refunds take fourteen days. [1, 2] Trust us. [7,\n 8]"))
                .isEqualTo("We open at nine. [1] Refunds take fourteen days. Trust us.");
    }

    @Test
    void a_list_of_any_length_is_checked() {
        CitationFilter filter = new CitationFilter(passages);
        String list = "[1" + ", 2".repeat(40) + "]";
        assertThat(all(filter, "Refunds take fourteen days. " + list + " We open at nine. " + list))
                .isEqualTo("Refunds take fourteen days. We open at nine. [1]");
    }

    @Test
    void brackets_around_other_things_are_text() {
        CitationFilter filter = new CitationFilter(passages);
        String text = "Take [1, 2 or 3], [a, b], [2026], [1,], [] and [1, 2";
        assertThat(all(filter, text)).isEqualTo(text);
    }

    @Test
    void two_marks_behind_one_sentence_are_judged_by_that_sentence() {
        CitationFilter filter = new CitationFilter(Passages.of("We open at nine.", "We open at nine daily."));
        assertThat(all(filter, "We open at nine. [1][2]")).isEqualTo("We open at nine. [1][2]");
    }

    private static String all(CitationFilter filter, String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(letter -> out.append(filter.pass(String.valueOf((char) letter))));
        return out.append(filter.end()).toString();
    }
}
