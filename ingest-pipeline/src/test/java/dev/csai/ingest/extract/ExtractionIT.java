package dev.csai.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.csai.ingest.extract.Extraction.Outcome;
import dev.csai.ingest.extract.docx.DocxFile;
import dev.csai.ingest.extract.pdf.PdfFile;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ExtractionIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    @TempDir
    Path work;

    @AfterEach
    void leaves_no_file_behind() throws IOException {
        try (Stream<Path> left = Files.list(work)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void gives_the_blocks_of_a_text_with_a_name_that_is_no_ascii() throws Exception {
        Path file = Files.writeString(folder.resolve("מחירון 2026.md"), "# מחירון\n\nכיסא עולה 99 ש\"ח.");
        assertThat(extract(file)).containsExactly(new Block(Block.Kind.HEADING, 1, null, "מחירון"),
                new Block(Block.Kind.PARAGRAPH, 0, null, "כיסא עולה 99 ש\"ח."));
    }

    @Test
    void gives_the_blocks_of_a_page_and_of_a_word_document() throws Exception {
        Path html = Files.writeString(folder.resolve("x.txt"),
                "<!doctype html><h1>Hours</h1><script>no</script><p>Daily");
        assertThat(extract(html)).extracting(Block::text).containsExactly("Hours", "Daily");

        Path docx = new DocxFile().body("<w:p><w:r><w:t>Hello</w:t></w:r></w:p>").writeTo(folder.resolve("x.docx"));
        assertThat(extract(docx)).extracting(Block::text).containsExactly("Hello");

        try (var pdf = new PdfFile()) {
            Path file = pdf.page().line(50, 50, "Hello").writeTo(folder.resolve("x.pdf"));
            assertThat(extract(file)).containsExactly(new Block(Block.Kind.PARAGRAPH, 0, 1, "Hello"));
        }
    }

    @Test
    void refuses_what_is_larger_than_allowed_before_and_after_unpacking() throws Exception {
        Path file = Files.writeString(folder.resolve("x.txt"), "word ".repeat(1_000));
        assertThat(problem(new Extraction(settings(LONG, 64, 1_000, 1_000_000)), file))
                .isEqualTo(ExtractionProblem.TOO_LARGE);
        assertThat(problem(new Extraction(settings(LONG, 64, 1_000_000, 1_000)), file))
                .isEqualTo(ExtractionProblem.TOO_LARGE);
    }

    @Test
    void refuses_a_bomb() throws Exception {
        String body = "<w:p><w:r><w:t>" + "a".repeat(50_000_000) + "</w:t></w:r></w:p>";
        Path bomb = new DocxFile().body(body).writeTo(folder.resolve("bomb.docx"));
        assertThat(problem(new Extraction(settings(LONG, 256, 50_000_000, 10_000_000)), bomb))
                .isEqualTo(ExtractionProblem.BOMB);
    }

    @Test
    void calls_a_document_too_large_that_does_not_fit_in_the_heap() throws Exception {
        Path file = Files.writeString(folder.resolve("x.html"), "<html>" + "<p>paragraph".repeat(2_000_000));
        assertThat(problem(new Extraction(settings(LONG, 32, 50_000_000, 100_000_000)), file))
                .isEqualTo(ExtractionProblem.TOO_LARGE);
        assertThat(problem(child(MisbehavingChild.Allocates.class, LONG), file)).isEqualTo(ExtractionProblem.TOO_LARGE);
    }

    @Test
    void calls_a_small_document_too_large_that_has_millions_of_paragraphs() throws Exception {
        Path file = Files.writeString(folder.resolve("x.txt"), "a\n\n".repeat(2_000_000));
        assertThat(problem(new Extraction(settings(LONG, 256, 50_000_000, 10_000_000)), file))
                .isEqualTo(ExtractionProblem.TOO_LARGE);
    }

    @Test
    void ends_a_child_that_does_not_end() throws Exception {
        assertThat(problem(child(MisbehavingChild.Sleeps.class, SHORT), anyFile()))
                .isEqualTo(ExtractionProblem.TIMEOUT);
        assertThat(problem(child(MisbehavingChild.Loops.class, SHORT), anyFile())).isEqualTo(ExtractionProblem.TIMEOUT);
        assertThat(problem(child(MisbehavingChild.PrintsWithoutEnd.class, SHORT), anyFile()))
                .isEqualTo(ExtractionProblem.TIMEOUT);
    }

    @Test
    void ends_what_the_child_has_started_too() throws Exception {
        var extraction = child(MisbehavingChild.Forks.class, SHORT);
        assumeTrue(extraction.isolatesProcesses(), "this system has no process namespaces for this user");
        assertThat(problem(extraction, anyFile())).isEqualTo(ExtractionProblem.TIMEOUT);
        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("")
                        .contains(MisbehavingChild.SECONDS_OF_THE_FORKED))
                .toList();
        for (ProcessHandle process : left) {
            process.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void ends_the_child_when_the_parent_is_interrupted() throws Exception {
        var extraction = child(MisbehavingChild.Sleeps.class, LONG);
        Path file = anyFile();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> extraction.extract(file, "x.txt")).isInstanceOf(InterruptedException.class);
        assertThat(ProcessHandle.current().children()
                .filter(process -> process.info().commandLine().orElse("").contains("Sleeps"))).isEmpty();
    }

    @Test
    void the_child_ends_with_its_parent() throws Exception {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classpath(),
                        MisbehavingChild.WatchesItsParent.class.getName()));
        Process child = new ProcessBuilder(command).start();
        try {
            child.getOutputStream().close();
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isEqualTo(1);
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void blames_itself_and_not_the_file_for_a_child_that_crashes() throws Exception {
        assertThatThrownBy(() -> problem(child(MisbehavingChild.Crashes.class, LONG), anyFile()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> problem(child(MisbehavingChild.SaysNothing.class, LONG), anyFile()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("I am done");
        assertThatThrownBy(() -> problem(child(MisbehavingChild.Lies.class, LONG), anyFile()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> problem(child(MisbehavingChild.ClaimsTooManyBlocks.class, LONG), anyFile()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void the_child_has_no_network() throws Exception {
        var extraction = child(MisbehavingChild.Connects.class, LONG);
        assumeTrue(extraction.isolatesNetwork(), "this system has no network namespaces for this user");
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path file = Files.write(folder.resolve("port"), String.valueOf(server.getLocalPort()).getBytes(UTF_8));
            assertThat(problem(extraction, file)).isEqualTo(ExtractionProblem.UNSAFE);
        }
    }

    @Test
    void the_child_has_no_environment_and_a_folder_of_its_own() throws Exception {
        assertThat(problem(child(MisbehavingChild.LooksAround.class, LONG), anyFile()))
                .isEqualTo(ExtractionProblem.UNSAFE);
    }

    private List<Block> extract(Path file) throws IOException, InterruptedException {
        List<Block> blocks = List.of();
        var extraction = new Extraction(settings(LONG, 128, 50_000_000, 1_000_000));
        try (Outcome outcome = extraction.extract(file, String.valueOf(file.getFileName()))) {
            if (outcome instanceof Outcome.Extracted extracted) {
                blocks = extracted.readBlocks(BlockList::copyOf);
                assertThat(extracted.blockCount()).isEqualTo(blocks.size());
            }
        }
        return blocks;
    }

    private static @Nullable ExtractionProblem problem(Extraction extraction, Path file)
            throws IOException, InterruptedException {
        try (Outcome outcome = extraction.extract(file, "x.txt")) {
            return switch (outcome) {
                case Outcome.Refused(ExtractionProblem problem) -> problem;
                case Outcome.Extracted _ -> null;
            };
        }
    }

    private Path anyFile() throws IOException {
        return Files.writeString(folder.resolve("any"), "any");
    }

    private Extraction child(Class<?> main, Duration timeout) throws URISyntaxException {
        return new Extraction(
                new ExtractionSettings(timeout, DataSize.ofMegabytes(32), DataSize.ofMegabytes(50), 1_000, work,
                        classpath()),
                main.getName());
    }

    private ExtractionSettings settings(Duration timeout, int heapMegabytes, long maxFile, long maxCharacters) {
        return new ExtractionSettings(timeout, DataSize.ofMegabytes(heapMegabytes), DataSize.ofBytes(maxFile),
                maxCharacters, work, null);
    }

    private static String classpath() throws URISyntaxException {
        return folderOf(MisbehavingChild.class) + File.pathSeparator + folderOf(Extraction.class);
    }

    private static Path folderOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
