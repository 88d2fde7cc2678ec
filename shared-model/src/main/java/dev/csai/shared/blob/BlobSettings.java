package dev.csai.shared.blob;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where blobs lie, one or the other; every app that writes or reads them must be told the same.
 *
 * @param directory that all instances share
 */
@ConfigurationProperties("csai.blobs")
public record BlobSettings(@Nullable Path directory, @Nullable S3Settings s3) {

    public BlobSettings {
        if ((directory == null) == (s3 == null)) {
            throw new IllegalArgumentException("set either csai.blobs.directory or csai.blobs.s3");
        }
    }
}
