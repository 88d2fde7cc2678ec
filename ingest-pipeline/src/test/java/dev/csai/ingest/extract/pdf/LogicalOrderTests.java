package dev.csai.ingest.extract.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogicalOrderTests {
    @Test
    void turns_hebrew_around_and_leaves_numbers_and_latin_words() {
        assertThat(logical("ח\"ש 200 לעמ ALPHA תיינקב")).isEqualTo("בקניית ALPHA מעל 200 ש\"ח");
        assertThat(logical("50% :החנה")).isEqualTo("הנחה: 50%");
    }

    @Test
    void leaves_a_left_to_right_line_with_a_hebrew_word() {
        assertThat(LogicalOrder.of(signs("say םולש twice"), false)).isEqualTo("say שלום twice");
    }

    @Test
    void gives_brackets_their_meaning_however_the_font_names_them() {
        assertThat(logical(")ב(15 ףיעס")).isEqualTo("סעיף 15(ב)");
        assertThat(logical("(ב)15 ףיעס")).isEqualTo("סעיף 15(ב)");
    }

    @Test
    void keeps_the_letters_of_one_sign_together() {
        assertThat(LogicalOrder.of(List.of("ב", "לא"), true)).isEqualTo("לאב");
    }

    private static String logical(String visual) {
        return LogicalOrder.of(signs(visual), true);
    }

    private static List<String> signs(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }
}
