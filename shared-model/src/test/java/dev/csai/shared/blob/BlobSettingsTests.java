package dev.csai.shared.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.shared.testing.S3StandIn;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BlobSettingsTests {

    @TempDir
    private Path directory;

    private final ApplicationContextRunner app = new ApplicationContextRunner()
            .withUserConfiguration(BlobConfiguration.class)
            .withBean(Clock.class, Clock::systemUTC);

    @Test
    void choose_the_store() {
        app.withPropertyValues("csai.blobs.directory=" + directory)
                .run(context -> assertThat(context).hasSingleBean(DirectoryBlobStore.class));
        try (S3StandIn s3 = S3StandIn.start(Clock.systemUTC())) {
            app.withPropertyValues(s3.properties().entrySet().stream()
                    .map(property -> property.getKey() + "=" + property.getValue()).toArray(String[]::new))
                    .run(context -> {
                        assertThat(context).hasSingleBean(S3BlobStore.class);
                        assertThat(context.getBean(BlobSettings.class).toString()).doesNotContain(S3StandIn.SECRET_KEY);
                    });
        }
    }

    @Test
    void neither_or_both_is_a_mistake() {
        app.run(context -> assertThat(context).getFailure().rootCause()
                .hasMessage("set either csai.blobs.directory or csai.blobs.s3"));
        app.withPropertyValues("csai.blobs.directory=" + directory, "csai.blobs.s3.bucket=b", "csai.blobs.s3.region=r",
                "csai.blobs.s3.access-key=a", "csai.blobs.s3.secret-key=s")
                .run(context -> assertThat(context).hasFailed());
    }
}
