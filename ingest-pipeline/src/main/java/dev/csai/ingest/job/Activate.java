package dev.csai.ingest.job;

import dev.csai.ingest.index.ChunkIndex;
import dev.csai.ingest.work.HeldWork;
import dev.csai.ingest.work.Work;
import dev.csai.shared.message.Meter;
import dev.csai.shared.message.UsageRecorded;
import dev.csai.shared.message.UsageRecorded.UsageRecord;
import dev.csai.shared.outbox.Outbox;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts the new generation in place of the old one: one transaction, after which search sees all of it and its usage is
 * told of exactly once.
 */
final class Activate implements Tasklet {

    private static final String CHUNKS = """
            select count(*) from ingest.chunks where tenant_id = :tenant and generation_id = :generation
            """;

    private final Ingestion ingestion;
    private final ChunkIndex index;
    private final HeldWork held;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    Activate(Ingestion ingestion, ChunkIndex index, HeldWork held, JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.ingestion = ingestion;
        this.index = index;
        this.held = held;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        held.runAndMarkActivated(ingestion.attempt(), () -> activate(ingestion.work(), ingestion.generation()));
        return RepeatStatus.FINISHED;
    }

    private void activate(Work work, UUID generation) {
        int chunks = jdbc.sql(CHUNKS)
                .param("tenant", work.tenant().value())
                .param("generation", generation)
                .query(Integer.class)
                .single();
        if (chunks != ingestion.chunkCount()) {
            throw new IllegalStateException("generation %s has %d chunks instead of %d".formatted(generation, chunks,
                    ingestion.chunkCount()));
        }
        if (!index.activate(work.tenant(), work.documentId(), generation, ingestion.unreadablePages())) {
            throw new IllegalStateException("generation " + generation + " cannot be activated");
        }
        if (ingestion.embeddedTokens() > 0) {
            outbox.add(usage(work, generation, ingestion.embeddedTokens()), UsageRecorded.DESTINATION);
        }
    }

    private UsageRecorded usage(Work work, UUID generation, long tokens) {
        var record = new UsageRecord(derived(generation, "usage record"), Meter.EMBEDDING_TOKENS, tokens);
        return new UsageRecorded(derived(generation, "usage message"), work.tenant().value(), clock.instant(),
                "ingestion", generation, List.of(record));
    }

    /** The same for the same generation, whoever asks and however often. */
    private static UUID derived(UUID generation, String role) {
        return UUID.nameUUIDFromBytes((generation + " " + role).getBytes(StandardCharsets.UTF_8));
    }
}
