package dev.csai.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LongTextTests {
    @Test
    void prefers_the_end_of_a_line_then_of_a_sentence_then_of_a_word() {
        assertThat(LongText.divide("one. two\nthree four", 14)).containsExactly("one. two", "three four");
        assertThat(LongText.divide("one two. three four", 14)).containsExactly("one two.", "three four");
        assertThat(LongText.divide("one two three four", 14)).containsExactly("one two three", "four");
    }

    @Test
    void never_divides_a_character() {
        List<String> parts = LongText.divide("😀".repeat(10), 7);
        assertThat(parts).allSatisfy(part -> assertThat(part.codePoints()).containsOnly(0x1F600));
        assertThat(String.join("", parts)).isEqualTo("😀".repeat(10));
    }

    @Test
    void gives_nothing_for_a_blank_text() {
        assertThat(LongText.divide(" ", 5)).isEmpty();
    }
}
