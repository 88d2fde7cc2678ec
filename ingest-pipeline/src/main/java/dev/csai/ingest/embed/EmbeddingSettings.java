package dev.csai.ingest.embed;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param threads texts embedded at once by this process; 0 for as many as there are cores */
@ConfigurationProperties("csai.ingest.embedding")
public record EmbeddingSettings(@DefaultValue("0") int threads) {

    public EmbeddingSettings {
        if (threads < 0) {
            throw new IllegalArgumentException("the number of embedding threads is not negative: " + threads);
        }
    }

    int threadCount() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
