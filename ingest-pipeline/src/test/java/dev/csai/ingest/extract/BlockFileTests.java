package dev.csai.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.csai.ingest.extract.Block.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockFileTests {
    @TempDir
    Path folder;

    @Test
    void reads_what_it_wrote() throws Exception {
        Path file = folder.resolve("blocks.jsonl");
        try (var writer = new BlockFile.Writer(file, 1_000)) {
            writer.heading(1, "מחירון");
            writer.accept(Kind.TABLE_ROW, 0, 7, "a \"b\" | \\c");
            writer.paragraph("  \u200B ");
            writer.paragraph("* * *");
        }

        assertThat(read(file)).containsExactly(new Block(Kind.HEADING, 1, null, "מחירון"),
                new Block(Kind.TABLE_ROW, 0, 7, "a \"b\" | \\c"));
        assertThat(Files.readAllLines(file)).hasSize(2).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void divides_a_text_that_is_too_long_for_one_block() throws Exception {
        Path file = folder.resolve("blocks.jsonl");
        try (var writer = new BlockFile.Writer(file, 100_000)) {
            writer.paragraph("word ".repeat(4_000));
        }

        assertThat(read(file)).hasSize(3)
                .allSatisfy(block -> assertThat(block.text().length()).isLessThanOrEqualTo(Block.MAX_CHARACTERS));
    }

    @Test
    void stops_a_document_with_too_much_text() throws Exception {
        try (var writer = new BlockFile.Writer(folder.resolve("blocks.jsonl"), 10)) {
            writer.paragraph("123456");
            assertThatThrownBy(() -> writer.paragraph("123456"))
                    .isInstanceOfSatisfying(RefusedFile.class,
                            e -> assertThat(e.problem()).isEqualTo(ExtractionProblem.TOO_LARGE));
        }
    }

    @Test
    void stops_a_document_of_too_many_blocks_however_short_they_are() throws Exception {
        try (var writer = new BlockFile.Writer(folder.resolve("blocks.jsonl"), 10_000_000)) {
            for (int i = 0; i < 1_000_000; i++) {
                writer.paragraph("a");
            }
            assertThatThrownBy(() -> writer.paragraph("a"))
                    .isInstanceOfSatisfying(RefusedFile.class,
                            e -> assertThat(e.problem()).isEqualTo(ExtractionProblem.TOO_LARGE));
        }
    }

    @Test
    void does_not_trust_the_file_of_a_child_that_was_taken_over() throws Exception {
        Path file = folder.resolve("blocks.jsonl");
        Files.writeString(file,
                "{\"kind\":\"PARAGRAPH\",\"level\":0,\"text\":\"" + "x".repeat(Block.MAX_CHARACTERS + 1) + "\"}\n");
        assertThatThrownBy(() -> read(file)).isInstanceOf(RuntimeException.class);

        Files.writeString(file, "{\"kind\":\"SCRIPT\",\"level\":0,\"text\":\"x\"}\n");
        assertThatThrownBy(() -> read(file)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Block> read(Path file) throws IOException {
        return BlockFile.read(file, BlockList::copyOf);
    }
}
