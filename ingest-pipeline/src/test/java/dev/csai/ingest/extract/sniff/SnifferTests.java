package dev.csai.ingest.extract.sniff;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.csai.ingest.extract.ExtractionProblem;
import dev.csai.ingest.extract.RefusedFile;
import dev.csai.ingest.extract.docx.DocxFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnifferTests {
    private static final String HEBREW = "שלום וברכה! החנות פתוחה בימים ראשון עד חמישי משעה 9 עד 18. משלוח חינם בקנייה מעל 200 ש\"ח.";
    private static final String FRENCH = "Le café est ouvert à midi. Où êtes-vous né ? Ça coûte 5 €.";

    @TempDir
    Path folder;

    @Test
    void finds_the_header_of_a_pdf_behind_foreign_bytes() throws Exception {
        assertThat(sniff("%PDF-1.7\n".getBytes(UTF_8))).isEqualTo(new Sniffed.Pdf());
        assertThat(sniff("@PJL SET X\n%PDF-1.4\n...\nstartxref\n9\n%%EOF".getBytes(UTF_8)))
                .isEqualTo(new Sniffed.Pdf());
        assertThat(sniff("A PDF begins with %PDF-1.4, as you know.".getBytes(UTF_8)))
                .isInstanceOf(Sniffed.PlainText.class);
    }

    @Test
    void decodes_text_in_the_encodings_of_shops() throws Exception {
        assertThat(text(HEBREW.getBytes(UTF_8))).isEqualTo(HEBREW);
        assertThat(text(("\uFEFF" + HEBREW).getBytes(UTF_8))).isEqualTo(HEBREW);
        assertThat(text(HEBREW.getBytes(UTF_16LE))).isEqualTo(HEBREW);
        assertThat(text(FRENCH.getBytes(UTF_16BE))).isEqualTo(FRENCH);
        assertThat(text(HEBREW.getBytes(Charset.forName("windows-1255")))).isEqualTo(HEBREW);
        assertThat(text(FRENCH.getBytes(Charset.forName("windows-1252")))).isEqualTo(FRENCH);
    }

    @Test
    void forgives_a_damaged_character_in_much_good_utf8() throws Exception {
        byte[] bytes = HEBREW.getBytes(UTF_8);
        bytes[bytes.length / 2 + 1] = 'x';
        assertThat(text(bytes)).contains("שלום וברכה!");
    }

    @Test
    void refuses_what_is_not_text() throws Exception {
        byte[] noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        assertThat(problem(noise)).isEqualTo(ExtractionProblem.UNSUPPORTED_TYPE);
        assertThat(problem("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(Charset.forName("ISO-8859-1"))))
                .isEqualTo(ExtractionProblem.UNSUPPORTED_TYPE);
        assertThat(problem("{\\rtf1\\ansi Hello}".getBytes(UTF_8))).isEqualTo(ExtractionProblem.UNSUPPORTED_TYPE);
        assertThat(problem(new byte[0])).isEqualTo(ExtractionProblem.EMPTY);
    }

    @Test
    void refuses_text_in_an_alphabet_it_cannot_tell_rather_than_storing_nonsense() throws Exception {
        String russian = "Магазин открыт ежедневно с девяти до шести, доставка бесплатна.";
        assertThat(problem(russian.getBytes(Charset.forName("windows-1251"))))
                .isEqualTo(ExtractionProblem.UNSUPPORTED_TYPE);
        assertThat(text(russian.getBytes(UTF_8))).isEqualTo(russian);
    }

    @Test
    void tells_web_pages_by_content_and_markdown_by_name() throws Exception {
        assertThat(sniff("<!-- x -->\n<!DOCTYPE html><p>Hi".getBytes(UTF_8))).isInstanceOf(Sniffed.Html.class);
        assertThat(sniff("<p>Hi</p>".getBytes(UTF_8))).isInstanceOf(Sniffed.Html.class);
        assertThat(sniff("a < b and <c>".getBytes(UTF_8))).isInstanceOf(Sniffed.PlainText.class);
        Path file = Files.writeString(folder.resolve("x"), "<p align=center># Hi</p>");
        assertThat(Sniffer.sniff(file, true)).isInstanceOf(Sniffed.Markdown.class);
    }

    @Test
    void reads_a_legacy_web_page_in_the_encoding_it_declares() throws Exception {
        String page = "<html><meta charset=iso-8859-8><p>אב";
        assertThat(sniff(page.getBytes(Charset.forName("windows-1255")))).isEqualTo(new Sniffed.Html(page));
    }

    @Test
    void takes_of_all_zips_only_word_documents() throws Exception {
        assertThat(problem(zip("[Content_Types].xml", "spreadsheetml"))).isEqualTo(ExtractionProblem.UNSUPPORTED_TYPE);
        assertThat(problem(zip("a.txt", "wordprocessingml"))).isEqualTo(ExtractionProblem.UNSUPPORTED_TYPE);
        assertThat(sniff(zip("[Content_Types].xml", "wordprocessingml"))).isEqualTo(new Sniffed.Docx());
    }

    @Test
    void refuses_a_word_document_that_was_not_copied_wholly() throws Exception {
        Path torn = new DocxFile().body("").writeTruncated(folder.resolve("torn.docx"), "[Content_Types].xml");
        assertThat(problem(Files.readAllBytes(torn))).isEqualTo(ExtractionProblem.CORRUPT);
    }

    private byte[] zip(String entry, String content) throws IOException {
        Path file = folder.resolve("zip");
        try (OutputStream out = Files.newOutputStream(file); var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(UTF_8));
        }
        return Files.readAllBytes(file);
    }

    private Sniffed sniff(byte[] bytes) throws Exception {
        return Sniffer.sniff(Files.write(folder.resolve("file"), bytes), false);
    }

    private String text(byte[] bytes) throws Exception {
        return sniff(bytes) instanceof Sniffed.PlainText(String text) ? text : "";
    }

    private ExtractionProblem problem(byte[] bytes) {
        return catchThrowableOfType(RefusedFile.class, () -> sniff(bytes)).problem();
    }
}
