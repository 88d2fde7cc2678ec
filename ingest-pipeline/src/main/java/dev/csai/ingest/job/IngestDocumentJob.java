package dev.csai.ingest.job;

import dev.csai.ingest.embed.Vectors;
import dev.csai.ingest.index.IndexedChunk;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/**
 * The job {@code ingestDocument}. Steps open transactions of their own, around writes only: reading a file and
 * embedding a text take long and must hold no connection. A restart begins with the first step again, unless the
 * generation was activated; then only tidying is left.
 */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
// There is no systemJdbcOperations: the name keeps the repository from taking Boot's template, which is the tenant's.
@EnableJdbcJobRepository(dataSourceRef = "systemDataSource", transactionManagerRef = "systemTransactionManager", jdbcOperationsRef = "systemJdbcOperations", tablePrefix = "ingest.batch_", isolationLevelForCreate = Isolation.READ_COMMITTED)
class IngestDocumentJob {

    static final String NAME = "ingestDocument";

    private final PlatformTransactionManager none = new ResourcelessTransactionManager();

    @Bean
    Job ingestDocument(JobRepository repository, Step extract, Step words, Step index, Step activate, Step dropOlder) {
        return new JobBuilder(NAME, repository)
                .listener(new FailureSentence())
                .start(extract).on(Extract.REFUSED.getExitCode()).end(Extract.REFUSED.getExitCode())
                .from(extract).on(Extract.ACTIVATED.getExitCode()).to(dropOlder)
                .from(extract).on(Extract.LONG.getExitCode()).to(words)
                .from(extract).on("COMPLETED").to(index)
                .from(extract).on("*").fail()
                .from(words).on("COMPLETED").to(index)
                .from(words).on("*").fail()
                .from(index).on("COMPLETED").to(activate)
                .from(index).on("*").fail()
                .from(activate).on("COMPLETED").to(dropOlder)
                .from(activate).on("*").fail()
                .end()
                .build();
    }

    @Bean
    Step extract(JobRepository repository, Extract tasklet) {
        return new StepBuilder("extract", repository).tasklet(tasklet, none).allowStartIfComplete(true).build();
    }

    @Bean
    Step words(JobRepository repository, SearchWords tasklet) {
        return new StepBuilder("words", repository).tasklet(tasklet, none).allowStartIfComplete(true).build();
    }

    @Bean
    Step index(JobRepository repository, EmbeddedAhead embedded, BuildGeneration generation, IngestSettings settings) {
        return new StepBuilder("index", repository)
                .<IndexedChunk, IndexedChunk>chunk(settings.chunksPerTransaction())
                .transactionManager(none)
                .reader(embedded)
                .writer(generation)
                .listener(embedded)
                .listener(generation)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    @StepScope
    EmbeddedAhead embeddedAhead(Ingestion ingestion, Vectors vectors,
            @Qualifier("embeddingExecutor") AsyncTaskExecutor executor, IngestSettings settings) {
        return new EmbeddedAhead(ingestion, vectors, executor, settings.chunksPerTransaction());
    }

    @Bean
    Step activate(JobRepository repository, Activate tasklet) {
        return new StepBuilder("activate", repository).tasklet(tasklet, none).allowStartIfComplete(true).build();
    }

    @Bean
    Step dropOlder(JobRepository repository, DropOlder tasklet) {
        return new StepBuilder("dropOlder", repository).tasklet(tasklet, none).allowStartIfComplete(true).build();
    }

    /** What the steps of one job share; the proxy finds it by the running step's job parameters. */
    @Bean(destroyMethod = "")
    @StepScope
    Ingestion ingestion(Ingestions ingestions, @Value("#{jobParameters['claim']}") String claim) {
        return ingestions.of(claim);
    }
}
