package dev.csai.ingest.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.ingest.chunk.Chunk;
import dev.csai.shared.text.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTests {

    @ParameterizedTest
    @CsvSource({"refund-policy_2026.pdf,refund policy 2026", "README,README", "v1.2 notes.txt,v1.2 notes",
            ".txt,.txt", "שאלות-נפוצות.docx,שאלות נפוצות"})
    void are_what_a_file_name_says(String fileName, String title) {
        assertThat(Titles.ofFile(fileName)).isEqualTo(title);
    }

    @Test
    void and_headings_go_before_the_text() {
        assertThat(Titles.inContext(chunk("Hours"), "Shop")).isEqualTo("Shop\nHours\nAt nine.");
        assertThat(Titles.inContext(chunk(null), "Shop")).isEqualTo("Shop\nAt nine.");
    }

    @Test
    void that_the_heading_repeats_are_said_once() {
        assertThat(Titles.inContext(chunk("Our shop › Hours"), "our SHOP")).isEqualTo("Our shop › Hours\nAt nine.");
    }

    private static Chunk chunk(@Nullable String heading) {
        return new Chunk(0, heading, null, "At nine.", Language.ENGLISH, 2);
    }
}
