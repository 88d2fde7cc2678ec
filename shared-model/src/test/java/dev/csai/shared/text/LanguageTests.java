package dev.csai.shared.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTests {

    @ParameterizedTest
    @CsvSource({"When do you open?,ENGLISH", "מתי אתם פותחים?,HEBREW", "Когда вы открываетесь?,OTHER",
            "12:00 +972,OTHER",
            "האם יש לכם iPhone במלאי?,HEBREW", "Do you speak עברית?,ENGLISH", "iPhone לאייפון,HEBREW",
            "Москва 東京 12,OTHER"})
    void is_the_one_most_letters_belong_to(String text, Language language) {
        assertThat(Language.of(text)).isEqualTo(language);
    }

    @Test
    void of_an_empty_text_is_other() {
        assertThat(Language.of("")).isEqualTo(Language.OTHER);
    }

    @Test
    void is_found_again_by_its_tag() {
        for (Language language : Language.values()) {
            assertThat(Language.ofTag(language.tag())).isEqualTo(language);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Language.ofTag("xx"));
    }
}
