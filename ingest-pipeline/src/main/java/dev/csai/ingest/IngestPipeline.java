package dev.csai.ingest;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Knowledge jobs: ingest, re-index, purge. */
@SpringBootApplication
public class IngestPipeline {

    /** Several apps may share a class path, so each reads a configuration file of its own name. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(IngestPipeline.class).properties("spring.config.name=ingest-pipeline");
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
