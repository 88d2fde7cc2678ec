package dev.csai.ingest.job;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one document may become.
 *
 * @param maxChunks more are refused as too large
 * @param chunksPerTransaction embedded and stored together; few enough for progress every other second
 * @param wordsFirstFrom a document of as many chunks is found by its words before it has all its vectors; that of fewer
 *        has them soon enough
 */
@ConfigurationProperties("csai.ingest.documents")
public record IngestSettings(@DefaultValue("20000") int maxChunks, @DefaultValue("96") int chunksPerTransaction,
        @DefaultValue("1000") int wordsFirstFrom) {

    public IngestSettings {
        if (maxChunks < 1 || chunksPerTransaction < 1 || wordsFirstFrom < 1) {
            throw new IllegalArgumentException("limits of documents are positive");
        }
    }
}
