package dev.csai.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.message.DocumentUploaded;
import java.nio.file.Path;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the job repository keeps are instants, though the framework knows local times only. */
class JobTimesIT {

    private final TimeZone usual = TimeZone.getDefault();

    @TempDir
    private Path directory;

    @BeforeEach
    void move() {
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
    }

    @AfterEach
    void moveBack() {
        TimeZone.setDefault(usual);
    }

    @Test
    void a_process_in_another_zone_notes_the_same_times() {
        try (IngestTestBed bed = new IngestTestBed(directory)) {
            bed.start(ScriptedEmbeddingModel.Scripted.class);
            DocumentUploaded message = bed.upload(new TenantId(Ids.next()), "text.txt", "A sentence of some words.");
            bed.awaitEnd(message);

            assertThat(bed.count("ingest.job_executions_v1 e join ingest.job_steps_v1 s on s.execution_id = e.id"
                    + " where least(e.started_at, s.started_at) > now() - interval '5 min'"
                    + " and greatest(e.ended_at, s.ended_at) <= now()")).isEqualTo(4);
        }
    }
}
