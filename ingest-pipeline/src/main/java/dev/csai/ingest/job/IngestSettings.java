package dev.csai.ingest.job;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one document may become.
 *
 * @param maxChunks more are refused as too large
 * @param chunksPerTransaction embedded and stored together; small enough for progress several times a second
 * @param embeddingThreads texts embedded at once by this process; 0 for as many as there are cores
 */
@ConfigurationProperties("csai.ingest.documents")
public record IngestSettings(@DefaultValue("20000") int maxChunks, @DefaultValue("32") int chunksPerTransaction,
        @DefaultValue("0") int embeddingThreads) {

    public IngestSettings {
        if (maxChunks < 1 || chunksPerTransaction < 1 || embeddingThreads < 0) {
            throw new IllegalArgumentException("limits of documents are positive");
        }
    }

    int threads() {
        return embeddingThreads == 0 ? Runtime.getRuntime().availableProcessors() : embeddingThreads;
    }
}
