package dev.csai.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.ingest.IngestTestBed.DocumentRow;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.message.DocumentUploaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process of its own is killed while it works; another takes the work up when the lease has ended. */
class KilledProcessIT {

    private static final int PARAGRAPHS = 600;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"status = 'processing' and progress = 1", "progress between 30 and 80"})
    void the_work_of_a_killed_process_is_taken_up_by_another(String moment) throws Exception {
        try (var bed = new IngestTestBed(directory)) {
            var tenant = new TenantId(Ids.next());
            Process victim = launch(bed);
            DocumentUploaded message;
            try {
                bed.awaitConsumer("csai.document-uploaded.ingest-pipeline");
                message = bed.upload(tenant, "long.txt", IngestTestBed.paragraphs(PARAGRAPHS));
                bed.awaitUntil(message.documentId(), moment);
            } finally {
                victim.destroyForcibly().waitFor();
            }
            assertThat(bed.sql.sql("select status from ingest.batch_job_execution").query(String.class).single())
                    .isEqualTo("STARTED");
            List<Path> left = scratch();
            assertThat(left).isNotEmpty();

            bed.start(null, "csai.ingest.extraction.work-directory=" + directory.resolve("work"));
            DocumentRow row = bed.awaitEnd(message);

            bed.assertSearchable(message);
            assertThat(row.chunkCount()).isEqualTo(PARAGRAPHS);
            assertThat(bed.count("ingest.work where attempts = 2")).isEqualTo(1);
            assertThat(bed.sql.sql("select status from ingest.batch_job_execution order by job_execution_id")
                    .query(String.class)
                    .list()).containsExactly("FAILED", "COMPLETED");
            assertThat(scratch()).isNotEmpty().doesNotContainAnyElementsOf(left);
            assertThat(bed.drain("csai.usage-recorded.billing-batch")).hasSize(1);
        }
    }

    /** Where customers' bytes lie while they are read. */
    private List<Path> scratch() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("work"))) {
            return files.toList();
        }
    }

    private Process launch(IngestTestBed bed) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                        IngestPipeline.class.getName()));
        bed.properties().forEach((name, value) -> command.add("--" + name + "=" + value));
        command.add("--csai.ingest.extraction.work-directory=" + directory.resolve("work"));
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(directory.resolve("victim.log").toFile())
                .start();
    }
}
