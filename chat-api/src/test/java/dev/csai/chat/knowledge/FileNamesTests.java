package dev.csai.chat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            menu.pdf                     | menu.pdf
            ../../etc/passwd             | passwd
            C:\\Users\\me\\Menu 2026.docx | Menu 2026.docx
            .htaccess                    | htaccess
            תפריט.pdf                    | תפריט.pdf
            ..                           | document
            """)
    void keeps_what_people_know_a_file_by_and_nothing_else(String given, String kept) {
        assertThat(FileNames.sanitised(given)).isEqualTo(kept);
    }

    @Test
    void removes_controls_and_direction_overrides() {
        assertThat(FileNames.sanitised("in\u202Efdp.exe\u0000\r\n.txt")).isEqualTo("in fdp.exe .txt");
    }

    @Test
    void shortens_and_keeps_the_ending() {
        assertThat(FileNames.sanitised("x".repeat(400) + ".pdf")).hasSize(255).endsWith("x.pdf");
        assertThat(FileNames.sanitised("")).isEqualTo("document");
    }
}
