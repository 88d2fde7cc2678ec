package dev.csai.shared.blob;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The blob store of the app that imports this. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BlobConfiguration.BlobSettings.class)
public class BlobConfiguration {

    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    /** @param directory where blobs lie; every app that writes or reads them must see the same one */
    @ConfigurationProperties("csai.blobs")
    public record BlobSettings(Path directory) {}

    @Bean
    BlobStore blobStore(BlobSettings settings, Clock clock) throws IOException {
        var store = new DirectoryBlobStore(settings.directory());
        store.deleteIncomingBefore(clock.instant().minus(LONGEST_UPLOAD));
        return store;
    }
}
