package dev.csai.standalone.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The apps that are deployed one by one. */
enum App {
    CHAT_API, INGEST_PIPELINE, BILLING_BATCH, CHANNEL_ADAPTERS;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As the build packs it for deployment, beside the libraries its manifest names. */
    Path jar() {
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null) {
            Path jar = directory.resolve(word() + "/target/app/" + word() + "-app.jar");
            if (Files.exists(jar)) {
                return jar;
            }
            directory = directory.getParent();
        }
        throw new IllegalStateException(word() + " is not packed; run mvn package");
    }
}
