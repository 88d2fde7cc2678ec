package dev.csai.chat.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalesTests {

    private static final List<String> SPOKEN = List.of("en", "he");

    @ParameterizedTest
    @CsvSource({"he,he", "he-IL,he", "iw,he", "he_IL,he", "EN-us,en", "fr,en", "'',en", "--,en"})
    void chooses_by_language_and_falls_back(String asked, String chosen) {
        assertThat(Locales.choose(asked, SPOKEN, "en")).isEqualTo(chosen);
    }

    @Test
    void takes_the_default_when_nothing_is_asked() {
        assertThat(Locales.choose(null, SPOKEN, "he")).isEqualTo("he");
    }

    @ParameterizedTest
    @CsvSource({"he,rtl", "he-IL,rtl", "ar,rtl", "fa,rtl", "en,ltr", "pt-BR,ltr"})
    void knows_the_direction_of_writing(String locale, String direction) {
        assertThat(Locales.direction(locale)).isEqualTo(direction);
    }
}
