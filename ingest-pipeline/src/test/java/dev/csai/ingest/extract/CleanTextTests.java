package dev.csai.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTests {
    @Test
    void composes_letters_but_keeps_what_people_wrote() {
        assertThat(CleanText.of("cafe\u0301 ½ ™ x²")).isEqualTo("café ½ ™ x²");
    }

    @Test
    void keeps_hebrew_points() {
        assertThat(CleanText.of("שָׁלוֹם"))
                .isEqualTo(java.text.Normalizer.normalize("שָׁלוֹם", java.text.Normalizer.Form.NFC));
    }

    @Test
    void removes_what_nobody_sees() {
        assertThat(CleanText.of("a\u0000b\u00ADc\u200Bd\u202Ee\u2066f\uFEFFg\uD800h\uE000i")).isEqualTo("abcdefghi");
        assertThat(CleanText.of("ask" + new String(Character.toChars(0xE0041)) + " us")).isEqualTo("ask us");
    }

    @Test
    void keeps_the_joiners_that_persian_and_emoji_are_spelled_with() {
        assertThat(CleanText.of("می\u200Cخواهم 👩\u200D🔧")).isEqualTo("می\u200Cخواهم 👩\u200D🔧");
    }

    @Test
    void leaves_single_spaces_and_single_line_breaks() {
        assertThat(CleanText.of("  one \t\u00A0 two \r\n\n  three\u2028four  ")).isEqualTo("one two\nthree\nfour");
    }
}
