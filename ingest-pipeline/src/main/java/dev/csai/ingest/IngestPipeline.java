package dev.csai.ingest;

import dev.csai.shared.blob.BlobConfiguration;
import dev.csai.shared.db.TenantDatabaseConfiguration;
import dev.csai.shared.db.VectorConfiguration;
import dev.csai.shared.outbox.OutboxConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Knowledge jobs: ingest, re-index, purge. */
@SpringBootApplication
@Import({TenantDatabaseConfiguration.class, VectorConfiguration.class, BlobConfiguration.class,
        OutboxConfiguration.class})
public class IngestPipeline {

    /** Several apps may share a class path, so each reads a configuration file of its own name. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(IngestPipeline.class).properties("spring.config.name=ingest-pipeline");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
