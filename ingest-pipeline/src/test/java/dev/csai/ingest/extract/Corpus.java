package dev.csai.ingest.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Documents that others made, beside the repository; tests that want them are skipped where they are absent. */
public final class Corpus {
    private Corpus() {}

    /** One line of the table that says how each document has to end. */
    record Expectation(String file, String end, String holds) {
        static Expectation parse(String line) {
            String[] columns = line.split("\t", -1);
            return new Expectation(columns[0], columns[1], columns.length > 2 ? columns[2] : "");
        }
    }

    public static Optional<Path> documents() {
        Stream<Path> named = Stream.ofNullable(System.getenv("CSAI_TEST_DATA")).map(Path::of);
        Stream<Path> above = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve("data"));
        return Stream.concat(named, above).map(folder -> folder.resolve("documents")).filter(Files::isDirectory)
                .findFirst();
    }

    static List<Expectation> expectations(Path documents) {
        try {
            return Files.readAllLines(documents.resolve("EXPECTED.tsv")).stream().skip(1).map(Expectation::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
