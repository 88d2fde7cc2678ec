package dev.csai.shared.blob;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where S3-compatible storage is, and as whom it is used.
 *
 * @param endpoint reachable for apps and clients alike; absent for Amazon's own of the region
 * @param pathStyle whether the bucket is the first part of the path instead of the host's name
 */
public record S3Settings(@Nullable URI endpoint, String bucket, String region, String accessKey, String secretKey,
        @DefaultValue("false") boolean pathStyle) {

    @Override
    public String toString() {
        return "S3Settings[" + bucket + " at " + (endpoint == null ? region : endpoint) + "]";
    }
}
