package dev.csai.ingest.job;

import dev.csai.ingest.chunk.ChunkSize;
import dev.csai.ingest.chunk.Chunker;
import dev.csai.ingest.embed.PgVectors;
import dev.csai.ingest.embed.Vectors;
import dev.csai.ingest.extract.Extraction;
import dev.csai.ingest.extract.ExtractionSettings;
import dev.csai.ingest.index.ChunkIndex;
import dev.csai.ingest.work.HeldWork;
import dev.csai.shared.blob.BlobStore;
import dev.csai.shared.blob.ScratchDirectory;
import dev.csai.shared.db.VectorSettings;
import dev.csai.shared.outbox.Outbox;
import java.io.IOException;
import java.time.Clock;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What the job's steps are made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IngestSettings.class, ExtractionSettings.class})
class JobConfiguration {

    @Bean
    ChunkIndex chunkIndex(VectorSettings settings, JdbcTemplate jdbcTemplate, Clock clock) {
        return switch (settings.vectors()) {
            case ARRAYS -> new ChunkIndex(jdbcTemplate, clock);
            case PGVECTOR -> new ChunkIndex(jdbcTemplate, clock, new PgVectors(jdbcTemplate));
        };
    }

    @Bean
    ScratchDirectory extractionScratch(ExtractionSettings settings) throws IOException {
        return ScratchDirectory.open(settings.directory(), "csai-extraction-");
    }

    @Bean
    Extraction extraction(ExtractionSettings settings, ScratchDirectory extractionScratch) {
        return new Extraction(settings.within(extractionScratch.path()));
    }

    @Bean
    ChunkCutter chunkCutter(Vectors vectors, IngestSettings settings) {
        return new ChunkCutter(new Chunker(ChunkSize.SHORT, vectors::tokens), settings.maxChunks());
    }

    @Bean
    DocumentStates documentStates(JdbcClient jdbcClient, JsonMapper json, Clock clock) {
        return new DocumentStates(jdbcClient, json, clock);
    }

    @Bean
    Ingestions ingestions() {
        return new Ingestions();
    }

    @Bean
    Extract extractTasklet(Ingestion ingestion, BlobStore blobs, Extraction extraction, ChunkCutter cutter,
            HeldWork held, DocumentStates states, IngestSettings settings) {
        return new Extract(ingestion, blobs, extraction, cutter, held, states, settings.wordsFirstFrom());
    }

    @Bean
    SearchWords searchWordsTasklet(Ingestion ingestion, ChunkIndex index, HeldWork held, DocumentStates states) {
        return new SearchWords(ingestion, index, held, states);
    }

    @Bean
    BuildGeneration buildGeneration(Ingestion ingestion, ChunkIndex index, Vectors vectors, HeldWork held,
            DocumentStates states) {
        return new BuildGeneration(ingestion, index, vectors.modelName(), held, states);
    }

    @Bean
    Activate activateTasklet(Ingestion ingestion, ChunkIndex index, HeldWork held, JdbcClient jdbcClient,
            JsonMapper json, Clock clock) {
        return new Activate(ingestion, index, held, jdbcClient, new Outbox("ingest", jdbcClient, json), clock);
    }

    @Bean
    DropOlder dropOlderTasklet(Ingestion ingestion, ChunkIndex index, HeldWork held, BlobStore blobs,
            JdbcClient jdbcClient) {
        return new DropOlder(ingestion, index, held, new OlderContents(blobs, held, jdbcClient));
    }

    @Bean
    IngestDocument ingestDocumentDoer(Job ingestDocument, JobOperator operator, JobRepository repository,
            Ingestions ingestions, ChunkIndex index, DocumentStates states, HeldWork held, Clock clock) {
        return new IngestDocument(ingestDocument, operator, new EarlierExecutions(repository, clock), ingestions,
                index, states, held);
    }
}
