package dev.csai.ingest.extract.docx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.csai.ingest.extract.BlockList;
import dev.csai.ingest.extract.ExtractionProblem;
import dev.csai.ingest.extract.RefusedFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocxReaderTests {
    private static final String STYLES = """
            <w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
            <w:style w:styleId="Mine"><w:name w:val="Chapter of ours"/><w:basedOn w:val="berschrift2"/></w:style>
            <w:style w:styleId="Outlined"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
            <w:style w:styleId="Punkte"><w:name w:val="List Bullet"/></w:style>
            <w:style w:styleId="Inhalt"><w:name w:val="toc 1"/></w:style>""";

    @TempDir
    Path folder;

    @Test
    void tells_headings_and_lists_by_style_in_any_language() throws Exception {
        assertThat(read(new DocxFile().story("styles.xml", "styles", STYLES)
                .body(styled("berschrift2", "Two") + styled("Mine", "Ours") + styled("Outlined", "Four")
                        + styled("Punkte", "Point")
                        + styled("Inhalt", "Two … 1")
                        + "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"4\"/></w:numPr></w:pPr>"
                        + run("Numbered") + "</w:p>")))
                .containsExactly("H2 Two", "H2 Ours", "H4 Four", "L1 Point", "L2 Numbered");
    }

    @Test
    void reads_tables_row_by_row_with_their_headings_and_merged_cells() throws Exception {
        String head = "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("", "Plan") + cell("", "Price") + "</w:tr>";
        String first = "<w:tr>" + cell("<w:vMerge w:val=\"restart\"/>", "Basic") + cell("", "5") + "</w:tr>";
        String second = "<w:tr>" + cell("<w:vMerge/>", "") + cell("", "6") + "</w:tr>";
        String wide = "<w:tr>" + cell("<w:gridSpan w:val=\"2\"/>", "All prices with tax") + "</w:tr>";
        assertThat(read(new DocxFile().body("<w:tbl>" + head + first + second + wide + "</w:tbl>"))).containsExactly(
                "R Plan | Price",
                "R Plan: Basic | Price: 5", "R Plan: Basic | Price: 6", "P All prices with tax");
    }

    @Test
    void leaves_out_what_was_deleted_hidden_or_said_twice() throws Exception {
        String body = "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>" + run("Open") + "<w:del>" + run("shut")
                + "</w:del><w:ins>" + run(" daily") + "</w:ins>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:instrText>PAGE</w:instrText><w:br/><w:t>9-18</w:t></w:r>"
                + "<mc:AlternateContent xmlns:mc=\"m\"><mc:Choice><w:txbxContent><w:p>" + run("Box")
                + "</w:p></w:txbxContent></mc:Choice>"
                + "<mc:Fallback><w:txbxContent><w:p>" + run("Box")
                + "</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>";
        assertThat(read(new DocxFile().body(body))).containsExactly("P Open daily\n9-18", "P Box");
    }

    @Test
    void reads_notes_headers_and_footers_once() throws Exception {
        assertThat(read(new DocxFile().story("footer1.xml", "footer", paragraph("Shop Ltd"))
                .story("header1.xml", "header", paragraph("Terms"))
                .story("header2.xml", "header", paragraph("Terms"))
                .story("footnotes.xml", "footnotes", "<w:footnote>" + paragraph("A note") + "</w:footnote>")
                .body(paragraph("Text")))).containsExactly("P Text", "P A note", "P Terms", "P Shop Ltd");
    }

    @Test
    void refuses_entities_before_they_are_fetched_or_grow() {
        assertThat(problem(new DocxFile().part("word/document.xml",
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"http://127.0.0.1:1/\">]><d>&x;</d>")))
                .isEqualTo(ExtractionProblem.UNSAFE);
        assertThat(problem(new DocxFile().part("word/document.xml",
                "<!DOCTYPE d [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><d>&b;</d>")))
                .isEqualTo(ExtractionProblem.UNSAFE);
        assertThat(problem(new DocxFile().body(paragraph("ok")).story("header1.xml", "header", "")
                .part("word/header1.xml", "<!DOCTYPE h><h/>")))
                .isEqualTo(ExtractionProblem.UNSAFE);
    }

    @Test
    void does_not_look_at_what_lies_outside() throws Exception {
        String external = "<Relationships><Relationship Type=\"http://x/header\" TargetMode=\"External\" Target=\"http://127.0.0.1:1/header.xml\"/>"
                + "<Relationship Type=\"http://x/footer\" Target=\"../../../../etc/passwd\"/></Relationships>";
        assertThat(read(new DocxFile().part("word/_rels/document.xml.rels", external).body(paragraph("Text"))))
                .containsExactly("P Text");
    }

    @Test
    void refuses_a_part_that_unpacks_beyond_measure() {
        assertThat(problem(new DocxFile().body(paragraph("a".repeat(30_000_000))))).isEqualTo(ExtractionProblem.BOMB);
    }

    @Test
    void refuses_broken_xml_and_a_missing_body() {
        assertThat(problem(new DocxFile().part("word/document.xml", "<a><b></a>")))
                .isEqualTo(ExtractionProblem.CORRUPT);
        assertThat(problem(new DocxFile())).isEqualTo(ExtractionProblem.CORRUPT);
    }

    @Test
    void refuses_letters_that_are_no_utf_8() {
        byte[] document = "<d>voil\u00e0 tout</d>".getBytes(ISO_8859_1);
        assertThat(problem(new DocxFile().part("word/document.xml", document))).isEqualTo(ExtractionProblem.CORRUPT);
    }

    @Test
    void refuses_a_part_that_was_not_copied_wholly() throws Exception {
        Path file = new DocxFile().body(paragraph("Open daily")).writeTruncated(folder.resolve("torn.docx"),
                "word/document.xml");
        assertThat(catchThrowableOfType(RefusedFile.class, () -> DocxReader.read(file, new BlockList())).problem())
                .isEqualTo(ExtractionProblem.CORRUPT);
    }

    private static String styled(String style, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + run(text) + "</w:p>";
    }

    private static String cell(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(text) + "</w:tc>";
    }

    private static String paragraph(String text) {
        return "<w:p>" + run(text) + "</w:p>";
    }

    private static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    private List<String> read(DocxFile docx) throws Exception {
        var blocks = new BlockList();
        DocxReader.read(docx.writeTo(folder.resolve("file.docx")), blocks);
        return blocks.lines();
    }

    private ExtractionProblem problem(DocxFile docx) {
        return catchThrowableOfType(RefusedFile.class, () -> read(docx)).problem();
    }
}
