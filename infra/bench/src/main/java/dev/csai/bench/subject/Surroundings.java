package dev.csai.bench.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the bench runs and how much time it takes.
 *
 * @param root of the repository
 * @param scratch folder that whoever started the bench removes
 * @param quick whether it is only for looking
 * @param pgvector whether the search is measured with vectors in pgvector, too
 */
public record Surroundings(Path root, Path scratch, boolean quick, boolean pgvector) {

    public <T> T choose(T whole, T quickly) {
        return quick ? quickly : whole;
    }

    public Path folder(String name) throws IOException {
        return Files.createTempDirectory(scratch, name);
    }

    /** How far it is; the tables come last. */
    public void say(String progress) {
        System.err.println("bench: " + progress);
    }
}
