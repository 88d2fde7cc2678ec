package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.csai.standalone.acceptance.Multipart.FileBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** The test data beside the repository, which nobody of this project wrote. */
final class Corpus {

    private Corpus() {}

    /** A question and the passage that answers it, or would if it could be answered. */
    record Question(String question, boolean answerable, @JsonProperty("gold_text") @Nullable String goldText) {

        String gold() {
            return goldText == null ? "" : goldText;
        }
    }

    /** Skips the test with a message where the data is absent. */
    static void assumePresent() {
        assumeThat(root()).as("the shared test data beside the repository, or CSAI_TEST_DATA").isPresent();
    }

    static Path file(String path) {
        return root().orElseThrow().resolve(path);
    }

    static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(file(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FileBytes bytes(Path file) {
        try {
            return new FileBytes(file.getFileName().toString(), "application/octet-stream", Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(String path) {
        try {
            return Files.readAllLines(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param set {@code squad2-en} or {@code heq-he} */
    static List<Question> questions(String set) {
        return lines("retrieval/" + set + "/questions.jsonl").stream()
                .map(line -> Reply.JSON.readValue(line, Question.class)).toList();
    }

    /** Questions that have nothing to do with the articles. */
    static List<String> offTopic(int perSource) {
        var clinc = Reply.JSON.readTree(file("customer-service/clinc150/train-val.json"));
        List<List<String>> outOfScope = Reply.JSON.convertValue(clinc.path("oos_val"), new TypeReference<>() {
        });
        // Texts that need no quoting are most of them and enough.
        Stream<String> banking = lines("customer-service/banking77/train.csv").stream().skip(1)
                .filter(line -> line.matches("[^\",]+,[a-z_A-Z]+")).map(line -> line.substring(0, line.indexOf(',')));
        return Stream.concat(every(outOfScope.stream().map(List::getFirst).toList(), perSource).stream(),
                every(banking.toList(), perSource).stream()).toList();
    }

    /** Evenly spread over the list, always the same ones. */
    static <T> List<T> every(List<T> all, int wanted) {
        int step = Math.max(1, all.size() / wanted);
        return Stream.iterate(0, at -> at < all.size(), at -> at + step).limit(wanted).map(all::get).toList();
    }

    private static Optional<Path> root() {
        String given = System.getenv("CSAI_TEST_DATA");
        if (given != null) {
            return Optional.of(Path.of(given)).filter(Files::isDirectory);
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("shared/data")).filter(Files::isDirectory).findFirst();
    }
}
