package dev.csai.ingest.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.ingest.chunk.Chunk;
import dev.csai.ingest.chunk.ChunkSize;
import dev.csai.ingest.chunk.Chunker;
import dev.csai.ingest.extract.Extraction.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunkCutterTests {

    private static final String BLOCK = """
            {"kind":"PARAGRAPH","level":0,"text":"One two three four five six seven."}
            """;

    @TempDir
    private Path folder;

    /** A token is a letter, so each block is a chunk. */
    private static ChunkCutter cutter(int limit) {
        return new ChunkCutter(new Chunker(new ChunkSize(40, 5, 0), String::length), limit);
    }

    @Test
    void tells_how_far_it_is() throws IOException {
        List<Integer> progress = new ArrayList<>();

        List<Chunk> chunks = cutter(10).cut(extracted(BLOCK.repeat(4), 4), progress::add);

        assertThat(chunks).hasSize(4);
        assertThat(progress).isSorted().endsWith(100).hasSize(4);
    }

    @Test
    void reads_no_further_than_it_cuts() throws IOException {
        List<Chunk> chunks = cutter(2).cut(extracted(BLOCK.repeat(5) + "never read", 1_000), _ -> {});

        assertThat(chunks).hasSize(3);
    }

    private Outcome.Extracted extracted(String blocks, int count) throws IOException {
        return new Outcome.Extracted("text/plain", Files.writeString(folder.resolve("blocks"), blocks), count, 1_000, 0,
                0);
    }
}
