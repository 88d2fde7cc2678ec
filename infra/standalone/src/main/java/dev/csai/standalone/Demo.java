package dev.csai.standalone;

import dev.csai.chat.seed.DemoPasswords;
import dev.csai.chat.seed.DemoSeed;
import dev.csai.chat.seed.DemoTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The demo shop: its people, and what it knows. */
final class Demo {

    private static final int PASSWORD_LENGTH = 20;

    private final DemoPasswords passwords;
    private final String ownerPassword;
    private final Path loaded;

    Demo(StandaloneSettings settings, DataFolder folder, Secrets secrets) {
        // Kept, not made up on the spot: a crash between making and showing them would lock everybody out.
        this.ownerPassword = settings.demoPassword().orElseGet(() -> shortened(secrets.password("demo.owner")));
        this.passwords = new DemoPasswords(ownerPassword,
                settings.demoPassword().orElseGet(() -> shortened(secrets.password("demo.operator"))));
        this.loaded = folder.root().resolve("demo-documents-loaded");
    }

    /** The log-ins that were made just now; none on later starts. */
    List<DemoTenant.Login> createPeople(DataSource system) {
        return new DemoSeed(system, Clock.systemUTC()).ensure(passwords).created();
    }

    /**
     * Uploads the documents, once; a start that was cut short is made up for by the next.
     *
     * @return those that were uploaded just now, and are read from now on
     */
    Optional<DemoDocuments> loadDocuments(String baseUrl) {
        if (Files.exists(loaded)) {
            return Optional.empty();
        }
        Optional<DemoDocuments> documents = DemoDocuments.upload(baseUrl, DemoSeed.OWNER_EMAIL, ownerPassword);
        if (documents.isPresent()) {
            remember();
        }
        return documents;
    }

    private void remember() {
        try {
            Files.createFile(loaded);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + loaded, e);
        }
    }

    private static String shortened(String password) {
        return password.substring(0, PASSWORD_LENGTH);
    }
}
