package dev.csai.ingest.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.ingest.extract.BlockList;
import dev.csai.ingest.extract.RefusedFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextReaderTests {
    @Test
    void reads_headings_paragraphs_and_lists() throws Exception {
        assertThat(read("""
                Returns and refunds

                You have 30 days.

                SHIPPING COSTS

                What we need
                ============
                The following:
                - the receipt,
                  not a copy
                - the box
                  * sealed
                1. Pack it.
                2. Send it.

                Shop Street 5
                Haifa
                """)).containsExactly("H1 Returns and refunds", "P You have 30 days.", "H2 SHIPPING COSTS",
                "H1 What we need", "P The following:",
                "L1 the receipt, not a copy", "L1 the box", "L2 sealed", "L1 1. Pack it.", "L1 2. Send it.",
                "P Shop Street 5\nHaifa");
    }

    @Test
    void joins_lines_that_an_editor_wrapped() throws Exception {
        String line = "This line of text was broken by an editor at some seventy characters";
        assertThat(read((line + "\n").repeat(3) + "and ends here.\n"))
                .containsExactly("P " + String.join(" ", line, line, line, "and ends here."));
    }

    @Test
    void finds_paragraphs_in_a_long_text_without_blank_lines() throws Exception {
        String line = "This line of text was broken by an editor at some seventy characters";
        String paragraph = (line + "\n").repeat(9) + "and ends here.\n";
        assertThat(read(paragraph.repeat(3))).hasSize(3);
    }

    @Test
    void takes_a_sentence_at_the_top_for_a_sentence() throws Exception {
        assertThat(read("We are open daily.\n\nCome in.")).containsExactly("P We are open daily.", "P Come in.");
    }

    @Test
    void leaves_out_rules() throws Exception {
        assertThat(read("One.\n\n* * *\n\n-----\n\nTwo.")).doesNotContain("P -----");
    }

    private static List<String> read(String text) throws RefusedFile {
        var blocks = new BlockList();
        PlainTextReader.read(text, blocks);
        return blocks.lines();
    }
}
