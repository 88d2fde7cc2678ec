package dev.csai.ingest.job;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one document may become.
 *
 * @param maxChunks more are refused as too large
 * @param chunksPerTransaction embedded and stored together; few enough for progress every other second
 */
@ConfigurationProperties("csai.ingest.documents")
public record IngestSettings(@DefaultValue("20000") int maxChunks, @DefaultValue("96") int chunksPerTransaction) {

    public IngestSettings {
        if (maxChunks < 1 || chunksPerTransaction < 1) {
            throw new IllegalArgumentException("limits of documents are positive");
        }
    }
}
