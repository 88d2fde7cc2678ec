package dev.csai.ingest.extract.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.csai.ingest.extract.Block;
import dev.csai.ingest.extract.BlockList;
import dev.csai.ingest.extract.ExtractionProblem;
import dev.csai.ingest.extract.PageCount;
import dev.csai.ingest.extract.RefusedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReaderTests {
    private static final String LEFT = "Left column line with enough words ";
    private static final String RIGHT = "Right column line with enough words ";

    @TempDir
    Path folder;

    private PdfFile pdf;

    @BeforeEach
    void begin() throws IOException {
        pdf = new PdfFile().page();
    }

    @AfterEach
    void end() throws IOException {
        pdf.close();
    }

    @Test
    void recovers_headings_paragraphs_and_lists_from_lines() throws Exception {
        pdf.bold(50, 80, 18, "Delivery");
        pdf.line(50, 110, "We deliver within three days to every town of the country, also on the holi-");
        pdf.line(50, 122, "days of summer and by the post-office of the well-known town. The well-");
        pdf.line(50, 134, "known courier costs more.");
        pdf.line(50, 160, "A second paragraph.");
        pdf.bold(50, 190, 10, "Returns");
        pdf.line(50, 210, "• within thirty days");
        pdf.line(50, 222, "• with the receipt");
        assertThat(read()).containsExactly("H1 Delivery",
                "P We deliver within three days to every town of the country, also on the holidays of summer and by the post-office of the well-known "
                        + "town. The well-known courier costs more.",
                "P A second paragraph.", "H2 Returns", "L1 within thirty days", "L1 with the receipt");
    }

    @Test
    void one_line_that_sticks_out_does_not_part_all_the_others() throws Exception {
        for (int i = 0; i < 20; i++) {
            pdf.line(50, 100 + i * 12,
                    "some words that fill the line of a letter as far as they go and no" + (i % 2 == 0 ? "" : "t on"));
        }
        pdf.line(50, 340, "x".repeat(100));
        assertThat(read()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void reads_column_by_column_between_what_spans_both() throws Exception {
        pdf.line(50, 80, "A line across the whole page that tells what both of the columns below are about to say");
        for (int i = 1; i <= 8; i++) {
            pdf.line(50, 100 + i * 12, LEFT + i);
            // Half a line lower: columns need not share their baselines.
            pdf.line(300, 106 + i * 12, RIGHT + i);
        }
        pdf.line(50, 240, "Another line across the whole page that ends what the columns above have said so far");
        String text = String.join(" ", read());
        assertThat(text.indexOf("across the whole")).isLessThan(text.indexOf(LEFT + 1));
        assertThat(text.indexOf(LEFT + 8)).isLessThan(text.indexOf(RIGHT + 1)).isPositive();
        assertThat(text.indexOf(RIGHT + 8)).isLessThan(text.indexOf("Another line")).isPositive();
    }

    @Test
    void reads_a_price_list_row_by_row() throws Exception {
        pdf.line(50, 100, "Chair").line(200, 100, "99.00").line(300, 100, "in stock");
        pdf.line(50, 114, "Table").line(200, 114, "249.00").line(300, 114, "two weeks");
        pdf.line(50, 128, "Lamp").line(200, 128, "49.00").line(300, 128, "in stock");
        assertThat(read()).containsExactly("R Chair | 99.00 | in stock", "R Table | 249.00 | two weeks",
                "R Lamp | 49.00 | in stock");
    }

    @Test
    void reads_hebrew_in_the_order_of_reading_however_it_was_placed() throws Exception {
        pdf.hebrew(300, 100, ".תועש 24 ךות ILC חולשמ").hebrewFromTheRight(400, 130, "שלום עולם");
        assertThat(read()).containsExactly("P משלוח ILC תוך 24 שעות.", "P שלום עולם");
    }

    @Test
    void reads_hebrew_columns_from_the_right() throws Exception {
        for (int i = 0; i < 8; i++) {
            pdf.hebrew(50, 100 + i * 15, "ינשה רוטב טסקט תצק דוע שי ןאכ");
            pdf.hebrew(320, 100 + i * 15, "ןושארה רוטב טסקט תצק דוע שי ןאכ");
        }
        String text = String.join(" ", read());
        assertThat(text.lastIndexOf("הראשון")).isLessThan(text.indexOf("השני")).isPositive();
    }

    @Test
    void keeps_a_running_header_once_and_page_numbers_not_at_all() throws Exception {
        for (int page = 1; page <= 5; page++) {
            pdf.line(50, 40, "Chair Shop Ltd - Terms").line(50, 200, "Text number " + page + " of these terms.")
                    .line(290, 810, String.valueOf(page));
            pdf.page();
        }
        pdf.line(50, 200, "The end.");
        var blocks = new BlockList();
        PageCount pages = PdfReader.read(pdf.writeTo(folder.resolve("file.pdf")), blocks);
        assertThat(pages).isEqualTo(new PageCount(6, 0));
        assertThat(blocks.lines()).containsExactly("P Chair Shop Ltd - Terms", "P Text number 1 of these terms.",
                "P Text number 2 of these terms.",
                "P Text number 3 of these terms.", "P Text number 4 of these terms.", "P Text number 5 of these terms.",
                "P The end.");
        assertThat(blocks.blocks()).extracting(Block::page).containsExactly(1, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void keeps_the_rows_of_a_list_that_goes_over_pages() throws Exception {
        List<String> rows = new ArrayList<>();
        for (int page = 1; page <= 5; page++) {
            for (int top = 30; top <= 800; top += 14) {
                rows.add("Item " + (100 + rows.size()) + " costs " + 7 * rows.size() + " NIS");
                pdf.line(50, top, rows.getLast());
            }
            pdf.line(290, 825, "Page " + page);
            if (page < 5) {
                pdf.page();
            }
        }
        String text = String.join("\n", read());
        assertThat(text).contains(rows).contains("Page 1").doesNotContain("Page 2", "Page 5");
    }

    @Test
    void keeps_the_rows_of_a_table_that_goes_over_pages() throws Exception {
        List<String> rows = new ArrayList<>();
        for (int page = 1; page <= 5; page++) {
            for (int top = 80; top <= 750; top += 60) {
                int price = 7 * rows.size();
                rows.add("Room " + (100 + rows.size()) + " | " + price + " NIS");
                pdf.line(50, top, "Room " + (100 + rows.size() - 1)).line(300, top, price + " NIS");
            }
            if (page < 5) {
                pdf.page();
            }
        }
        assertThat(read()).containsExactlyElementsOf(rows.stream().map(row -> "R " + row).toList());
    }

    @Test
    void drops_a_header_with_a_name_on_one_side_and_a_number_on_the_other() throws Exception {
        for (int page = 1; page <= 5; page++) {
            pdf.line(50, 40, "Napoli Corner").line(480, 40, "Page " + page).line(50, 300, "A view of the sea.").page();
        }
        assertThat(String.join("\n", read())).containsOnlyOnce("Napoli Corner").doesNotContain("Page 2", "Page 5");
    }

    @Test
    void keeps_lines_that_look_alike_but_stand_elsewhere_on_each_page() throws Exception {
        for (int page = 1; page <= 5; page++) {
            pdf.line(50, 40 + 10 * page, "Room " + page + ": " + 450 * page + " NIS")
                    .line(50, 300, "A view of the sea.")
                    .page();
        }
        assertThat(String.join("\n", read())).contains("Room 1: 450 NIS", "Room 3: 1350 NIS", "Room 5: 2250 NIS");
    }

    @Test
    void counts_pages_that_are_only_pictures() throws Exception {
        pdf.line(50, 100, "A page of text.").page().picture();
        var blocks = new BlockList();
        assertThat(PdfReader.read(pdf.writeTo(folder.resolve("file.pdf")), blocks)).isEqualTo(new PageCount(2, 1));
    }

    @Test
    void says_why_there_is_no_text() throws Exception {
        assertThat(problem(pdf.writeTo(folder.resolve("blank.pdf")))).isEqualTo(ExtractionProblem.EMPTY);
        assertThat(problem(pdf.picture().writeTo(folder.resolve("scan.pdf")))).isEqualTo(ExtractionProblem.IMAGE_ONLY);
        assertThat(problem(pdf.line(50, 50, "x").writeEncrypted(folder.resolve("locked.pdf"), "secret")))
                .isEqualTo(ExtractionProblem.ENCRYPTED);
        assertThat(problem(Files.writeString(folder.resolve("torn.pdf"), "%PDF-1.7\nnothing")))
                .isEqualTo(ExtractionProblem.CORRUPT);
    }

    @Test
    void opens_what_only_its_owner_may_change() throws Exception {
        Path file = pdf.line(50, 50, "Read me.").writeEncrypted(folder.resolve("restricted.pdf"), "");
        var blocks = new BlockList();
        PdfReader.read(file, blocks);
        assertThat(blocks.lines()).containsExactly("P Read me.");
    }

    private List<String> read() throws Exception {
        var blocks = new BlockList();
        PdfReader.read(pdf.writeTo(folder.resolve("file.pdf")), blocks);
        return blocks.lines();
    }

    private static ExtractionProblem problem(Path file) {
        return catchThrowableOfType(RefusedFile.class, () -> PdfReader.read(file, new BlockList())).problem();
    }
}
