package dev.csai.shared.blob;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The blob store of the app that imports this. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BlobSettings.class)
public class BlobConfiguration {

    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    @Bean
    BlobStore blobStore(BlobSettings settings, Clock clock) throws IOException {
        return settings.s3() == null
                ? inDirectory(requireNonNull(settings.directory()), clock)
                : S3Connection.open(settings.s3(),
                        ScratchDirectory.open(Path.of(System.getProperty("java.io.tmpdir")), "csai-blobs-"), clock);
    }

    private static BlobStore inDirectory(Path directory, Clock clock) throws IOException {
        var store = new DirectoryBlobStore(directory);
        store.deleteIncomingBefore(clock.instant().minus(LONGEST_UPLOAD));
        return store;
    }
}
