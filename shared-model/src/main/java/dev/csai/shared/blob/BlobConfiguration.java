package dev.csai.shared.blob;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The blob store of the app that imports this. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BlobConfiguration.BlobSettings.class)
public class BlobConfiguration {

    /** @param directory where blobs lie; every app that writes or reads them must see the same one */
    @ConfigurationProperties("csai.blobs")
    public record BlobSettings(Path directory) {}

    @Bean
    BlobStore blobStore(BlobSettings settings) {
        return new DirectoryBlobStore(settings.directory());
    }
}
