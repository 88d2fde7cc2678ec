package dev.csai.ingest.purge;

import dev.csai.ingest.index.ChunkIndex;
import dev.csai.ingest.work.HeldWork;
import dev.csai.shared.blob.BlobStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PurgeConfiguration {

    @Bean
    PurgeDocument purgeDocument(ChunkIndex index, BlobStore blobs, HeldWork held, JdbcClient jdbcClient) {
        return new PurgeDocument(index, blobs, held, jdbcClient);
    }
}
