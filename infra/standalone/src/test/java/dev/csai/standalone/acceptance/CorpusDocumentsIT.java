package dev.csai.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.standalone.acceptance.Contract.Chunk;
import dev.csai.standalone.acceptance.Contract.Document;
import dev.csai.standalone.acceptance.Contract.Problem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of others' corpora ends as it should, and none takes the service with it. */
@Order(3)
@Tag("corpus")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusDocumentsIT {

    private final Map<String, UUID> uploaded = new HashMap<>();
    private final Tenant tenant = platform().newTenant("corpus");

    /** @param end {@code completed}, {@code failed}, or either */
    record Expected(String file, String end, String note) {

        /** The problems among which a failure must be. */
        List<String> slugs() {
            return Arrays.stream(note.split("[ ,;]+")).filter(word -> SLUGS.contains(word)).toList();
        }

        @Override
        public String toString() {
            return file + " is " + end;
        }
    }

    private static final List<String> SLUGS = List.of("encrypted", "image-only", "corrupt", "empty", "too-large",
            "bomb", "unsupported-type", "unsafe", "timeout");

    Platform platform() {
        return Platforms.standalone();
    }

    static Stream<Expected> expected() {
        Corpus.assumePresent();
        return Corpus.lines("documents/EXPECTED.tsv").stream().skip(1).map(line -> line.split("\t", -1))
                .map(fields -> new Expected(fields[0], fields[1], fields[2]));
    }

    @BeforeAll
    void upload_all_at_once() {
        Corpus.assumePresent();
        expected().forEach(file -> uploaded.put(file.file(),
                tenant.owner().upload(Corpus.bytes(Corpus.file("documents/" + file.file()))).id()));
    }

    @ParameterizedTest
    @MethodSource("expected")
    void each_file_reaches_its_end(Expected expected) {
        Document document = tenant.owner().ended(uploaded.getOrDefault(expected.file(), new UUID(0, 0)));
        assertThat(document.status()).as(document.toString()).isIn((Object[]) expected.end().split(" or "));
        if (document.status().equals("failed")) {
            Problem problem = document.problem();
            assertThat(problem).as("a person is told why").isNotNull();
            assertThat(expected.slugs()).as(String.valueOf(problem))
                    .anyMatch(slug -> problem != null && problem.slug().endsWith(slug));
            assertThat(problem == null ? "" : problem.detail()).isNotBlank();
        } else {
            assertThat(document.chunkCount()).isEqualTo(tenant.owner().chunks(document.id()).size()).isPositive();
            assertThat(document.progress()).isEqualTo(100);
        }
    }

    @Test
    void what_is_read_is_what_a_person_reads() {
        assertThat(words("pdfjs--helloworld-bad.pdf")).contains("hello world");
        assertThat(words("unstructured--fake-text-utf-16-le.txt")).isEqualTo(
                words("unstructured--fake-text-utf-16.txt")).doesNotContain("\u0000");
        assertThat(words("tika--testTXT_win-1252.txt")).doesNotContain("\ufffd");
        assertThat(Overlap.of(words("pdfbox--BidiSample.pdf"), words("pdfbox--BidiSample.pdf.txt")))
                .isGreaterThan(0.6);
    }

    @Test
    void the_service_is_well_after_all_of_it() {
        uploaded.values().forEach(tenant.owner()::ended);
        Http http = platform().http();
        assertThat(http.send(http.to("/actuator/health/readiness").build()).status()).isEqualTo(200);
    }

    private String words(String file) {
        UUID document = uploaded.getOrDefault(file, new UUID(0, 0));
        tenant.owner().ended(document);
        return Overlap.folded(String.join(" ", tenant.owner().chunks(document).stream().map(Chunk::text).toList()));
    }
}
