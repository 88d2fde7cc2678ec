package dev.csai.shared.embedding;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param threads cores that embedding one text may use at once; with one, concurrent callers scale best
 */
@ConfigurationProperties("csai.embedding")
record EmbeddingSettings(@DefaultValue("1") int threads) {

    EmbeddingSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("csai.embedding.threads must be at least 1");
        }
    }
}
