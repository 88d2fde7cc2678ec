package dev.csai.ingest.extract.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.csai.ingest.extract.BlockList;
import dev.csai.ingest.extract.RefusedFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReaderTests {
    @Test
    void reads_hebrew_structure() throws Exception {
        assertThat(read("""
                # מדיניות החזרות

                ניתן להחזיר תוך **14 יום**
                מיום [הקנייה](https://example.com/a).

                1. לארוז
                2. לשלוח
                   - עם קבלה

                | מוצר | מחיר |
                |------|------|
                | כיסא | 99 ₪ |
                """)).containsExactly("H1 מדיניות החזרות", "P ניתן להחזיר תוך 14 יום מיום הקנייה.", "L1 1. לארוז",
                "L1 2. לשלוח", "L2 עם קבלה",
                "R מוצר | מחיר", "R מוצר: כיסא | מחיר: 99 ₪");
    }

    @Test
    void reads_code_quotes_and_html_and_leaves_scripts() throws Exception {
        assertThat(read("""
                > Quoted `code`

                ```
                a = 1
                b = 2
                ```

                <div><p>Inside</p><script>alert(1)</script></div>

                ![A picture](x.png) and <b>bold</b>
                """)).containsExactly("P Quoted code", "P a = 1\nb = 2", "P Inside", "P A picture and bold");
    }

    @Test
    void survives_nesting_that_means_nothing() {
        assertThatCode(() -> read(">".repeat(50_000) + " x")).doesNotThrowAnyException();
        assertThatCode(() -> read("*a ".repeat(50_000))).doesNotThrowAnyException();
        assertThatCode(() -> read("[".repeat(50_000))).doesNotThrowAnyException();
    }

    private static List<String> read(String text) throws RefusedFile {
        var blocks = new BlockList();
        MarkdownReader.read(text, blocks);
        return blocks.lines();
    }
}
