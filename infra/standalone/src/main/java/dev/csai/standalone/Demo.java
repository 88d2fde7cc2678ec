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
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** The demo shop: its people, and what it knows, which goes in through the front door as anybody's documents do. */
final class Demo {

    private static final Logger log = LoggerFactory.getLogger(Demo.class);
    private static final int PASSWORD_LENGTH = 20;

    private static final List<String> DOCUMENTS = List.of("opening-hours.md", "delivery.md", "menu-and-allergens.md",
            "refunds-and-complaints.md", "loyalty-club.md", "catering-and-jobs.md", "privacy.md",
            "hours-and-delivery.he.md", "menu.he.md", "service.he.txt");

    private record Tokens(String accessToken) {}

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

    /** Uploads the documents, once; a start that was cut short is made up for by the next. */
    void loadDocuments(String baseUrl) {
        if (Files.exists(loaded)) {
            return;
        }
        RestClient door = RestClient.create(baseUrl);
        try {
            String token = logIn(door);
            DOCUMENTS.forEach(name -> upload(door, token, name));
            Files.createFile(loaded);
        } catch (HttpClientErrorException.Unauthorized e) {
            log.warn("The demo's documents were not loaded, since its owner has another password by now");
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + loaded, e);
        }
    }

    private String logIn(RestClient door) {
        Tokens tokens = door.post().uri("/v1/auth/login").contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("email", DemoSeed.OWNER_EMAIL, "password", ownerPassword))
                .retrieve().body(Tokens.class);
        if (tokens == null) {
            throw new IllegalStateException("the log-in of the demo's owner gave no token");
        }
        return tokens.accessToken();
    }

    private static void upload(RestClient door, String token, String name) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        HttpHeaders part = new HttpHeaders();
        part.setContentType(name.endsWith(".md") ? MediaType.TEXT_MARKDOWN : MediaType.TEXT_PLAIN);
        form.add("file", new HttpEntity<>(new ClassPathResource("demo/" + name), part));
        door.post().uri("/v1/knowledge/documents").headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.MULTIPART_FORM_DATA).body(form)
                .retrieve().toBodilessEntity();
    }

    private static String shortened(String password) {
        return password.substring(0, PASSWORD_LENGTH);
    }
}
