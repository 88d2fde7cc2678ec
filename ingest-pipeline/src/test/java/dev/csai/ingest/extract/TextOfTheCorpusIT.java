package dev.csai.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.csai.ingest.extract.Extraction.Outcome;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the real child reads in others' documents is what a person reads in them. */
class TextOfTheCorpusIT {

    private static final List<String> KNOWN = List.of("pdfbox--BidiSample.pdf", "pdfjs--helloworld-bad.pdf",
            "pdfjs--issue11656.pdf", "pdfjs--issue14046.pdf", "unstructured--multi-column-2p.pdf",
            "unstructured--all-number-table.pdf", "tika--testPDF_protected.pdf",
            "tika--test-pdf-with-print-ticket-header.pdf", "poi--EmptyDocumentWithHeaderFooter.docx",
            "poi--bug57031.docx", "poi--stress011.docx", "tika--testAttachedTemplate.docx",
            "tika--testWORD_macros.docm", "unstructured--docx-tables.docx", "unstructured--eng_spa_mult.doc",
            "tika--testODTnotaZipFile.odt", "tika--testTXT_win-1252.txt", "unstructured--fake-text-utf-16-le.txt",
            "unstructured--fake-text-utf-16.txt", "unstructured--norwich-city.txt",
            "unstructured--UDHR_first_article_all.txt", "pdfbox--BidiSample.pdf.txt");

    private final Extraction extraction = new Extraction(ExtractionSettings.defaults());

    @TestFactory
    Stream<DynamicTest> what_is_read_is_what_stands_there() {
        Optional<Path> documents = Corpus.documents();
        assumeThat(documents).as("test data beside the repository").isPresent();
        Path folder = documents.orElseThrow();
        return KNOWN.stream().map(file -> dynamicTest(file, () -> reads(folder, file)));
    }

    private void reads(Path folder, String file) throws IOException, InterruptedException {
        try (Outcome outcome = extraction.extract(folder.resolve(file), file)) {
            Outcome.Extracted extracted = assertInstanceOf(Outcome.Extracted.class, outcome);
            List<Block> blocks = extracted.readBlocks(BlockList::copyOf);
            assertThat(blocks).isNotEmpty().hasSize(extracted.blockCount());
            holds(folder, file, extracted, blocks);
        }
    }

    private static void holds(Path folder, String file, Outcome.Extracted extracted, List<Block> blocks)
            throws IOException {
        String text = blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
        switch (file) {
            case "pdfbox--BidiSample.pdf" ->
                assertThat(signs(text))
                        .isEqualTo(signs(CleanText.of(Files.readString(folder.resolve("pdfbox--BidiSample.pdf.txt")))));
            case "pdfjs--helloworld-bad.pdf" -> assertThat(text).isEqualTo("Hello, world!");
            case "pdfjs--issue11656.pdf" -> assertThat(text).isEqualTo("""
                    שלום עולם מה שלום כולם?
                    אני יורד מן החוטים, אני כבר ילד אמיתי.
                    כמו כל הילדים.
                    לחיוב פעולות אלה לפי סעיף 15(ב)(4) לחוק מבקר המדינה""");
            case "pdfjs--issue14046.pdf" -> assertThat(text).isEqualTo("כלבלב הובידיבמבם");
            case "unstructured--multi-column-2p.pdf" -> columnByColumn(text);
            case "unstructured--all-number-table.pdf" ->
                assertThat(blocks).extracting(Block::kind).containsOnly(Block.Kind.TABLE_ROW);
            case "tika--testPDF_protected.pdf" -> assertThat(extracted.pages()).isEqualTo(41);
            case "tika--test-pdf-with-print-ticket-header.pdf" ->
                assertThat(text).startsWith("Hello, this is a PDF, not a Matlab file");
            case "poi--EmptyDocumentWithHeaderFooter.docx" ->
                assertThat(text.lines()).containsExactly("blabal", "blabla");
            case "poi--bug57031.docx" ->
                assertThat(text).contains("Obs: 9 | Time: 5 | Censored: 0 | Treatment: 1 | Number: 2");
            case "poi--stress011.docx" ->
                assertThat(text.codePoints().filter(TextOfTheCorpusIT::isArabicLetter).count())
                        .isGreaterThan(45_000);
            case "tika--testAttachedTemplate.docx" ->
                assertThat(text).isEqualTo("Document with external attached template");
            case "tika--testWORD_macros.docm" -> assertThat(text).isEqualTo("The quick brown fox.");
            case "unstructured--docx-tables.docx" ->
                assertThat(text).contains("Lorem ipsum | A link example", "a | c | d", "e | d");
            case "unstructured--eng_spa_mult.doc" -> assertThat(text).contains("dotados como están de razón");
            case "tika--testODTnotaZipFile.odt" -> assertThat(text).isEqualTo("This is not a zip file!");
            case "tika--testTXT_win-1252.txt" -> sameWords(text, folder.resolve(file), Charset.forName("windows-1252"));
            case "unstructured--fake-text-utf-16-le.txt" ->
                sameWords(text, folder.resolve(file), StandardCharsets.UTF_16LE);
            case "unstructured--fake-text-utf-16.txt" -> sameWords(text, folder.resolve(file), StandardCharsets.UTF_16);
            case "unstructured--norwich-city.txt", "unstructured--UDHR_first_article_all.txt",
                    "pdfbox--BidiSample.pdf.txt" ->
                sameWords(text, folder.resolve(file), StandardCharsets.UTF_8);
            default -> throw new AssertionError("nothing is known of " + file);
        }
    }

    /** The first column of the first page, then its second, then the first of the second page. */
    private static void columnByColumn(String text) {
        List<String> inOrder = List.of("Dense Passage Retrieval for Open-Domain",
                "Open-domain question answering relies on", "1 Introduction",
                "Open-domain question answering (QA) (Voorhees, 1999) is a task",
                "Retrieval in open-domain QA is usually implemented",
                "However, it is generally believed", "QA datasets, it also suffers from two weaknesses",
                "Our contributions are twofold",
                "large corpus of diversified topics. More specifically, we assume the extractive QA setting",
                "3.1 Overview");
        assertThat(text).containsSubsequence(inOrder);
    }

    private static void sameWords(String text, Path file, Charset charset) throws IOException {
        assertThat(signs(text)).isEqualTo(signs(CleanText.of(new String(Files.readAllBytes(file), charset))));
    }

    /** Letters and digits in their order, whatever stands between them. */
    private static String signs(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isArabicLetter(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.ARABIC && Character.isLetter(codePoint);
    }
}
