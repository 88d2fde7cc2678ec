package dev.csai.ingest.extract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Documents that others made, beside the repository; tests that want them are skipped where they are absent. */
public final class Corpus {
    private Corpus() {}

    public static Optional<Path> documents() {
        Stream<Path> named = Stream.ofNullable(System.getenv("CSAI_TEST_DATA")).map(Path::of);
        Stream<Path> above = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve("data"));
        return Stream.concat(named, above).map(folder -> folder.resolve("documents")).filter(Files::isDirectory)
                .findFirst();
    }
}
