package dev.csai.standalone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.client.RestClientException;

/** What the demo shop knows. It goes in through the front door, as anybody's documents do. */
final class DemoDocuments {

    private static final Logger log = LoggerFactory.getLogger(DemoDocuments.class);
    private static final List<String> NAMES = List.of("opening-hours.md", "delivery.md", "menu-and-allergens.md",
            "refunds-and-complaints.md", "loyalty-club.md", "catering-and-jobs.md", "privacy.md",
            "hours-and-delivery.he.md", "menu.he.md", "service.he.txt");
    private static final Set<String> ENDS = Set.of("completed", "failed");
    private static final Duration ASK_AGAIN = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private record Tokens(String accessToken) {}

    private record Document(UUID id, String status) {}

    private final RestClient door;
    private final List<UUID> ids;

    private DemoDocuments(RestClient door, List<UUID> ids) {
        this.door = door;
        this.ids = ids;
    }

    /** Empty if the password is not the owner's any more. */
    static Optional<DemoDocuments> upload(String baseUrl, String email, String password) {
        RestClient stranger = RestClient.create(baseUrl);
        try {
            Tokens tokens = told(() -> stranger.post().uri("/v1/auth/login").contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("email", email, "password", password)).retrieve().body(Tokens.class));
            RestClient door = stranger.mutate()
                    .defaultHeaders(headers -> headers.setBearerAuth(tokens.accessToken())).build();
            return Optional.of(new DemoDocuments(door, NAMES.stream().map(name -> upload(door, name)).toList()));
        } catch (HttpClientErrorException.Unauthorized e) {
            log.warn("The demo's documents were not loaded, since its owner has another password by now");
            return Optional.empty();
        }
    }

    private static UUID upload(RestClient door, String name) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        HttpHeaders part = new HttpHeaders();
        part.setContentType(name.endsWith(".md") ? MediaType.TEXT_MARKDOWN : MediaType.TEXT_PLAIN);
        form.add("file", new HttpEntity<>(new ClassPathResource("demo/" + name), part));
        return told(() -> door.post().uri("/v1/knowledge/documents").contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form).retrieve().body(Document.class)).id();
    }

    /** Waits until each has its end, and gives what to tell about it; nothing if CSAI itself ends meanwhile. */
    Optional<String> outcome() {
        try {
            return Optional.of(ended());
        } catch (RestClientException e) {
            log.info("Nobody is told what became of the demo's documents", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private String ended() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int failed = 0;
        for (UUID id : ids) {
            String status = status(id);
            while (!ENDS.contains(status)) {
                if (System.nanoTime() > deadline) {
                    return "The demo's documents take their time; Knowledge in the console shows how far they are.";
                }
                Thread.sleep(ASK_AGAIN);
                status = status(id);
            }
            if (status.equals("failed")) {
                failed++;
            }
        }
        return failed == 0
                ? "The demo's %d documents are read; its assistant answers from them.".formatted(ids.size())
                : "%d of the demo's %d documents could not be read; Knowledge in the console says why."
                        .formatted(failed, ids.size());
    }

    private String status(UUID id) {
        return told(() -> door.get().uri("/v1/knowledge/documents/{id}", id).retrieve().body(Document.class)).status();
    }

    /** An answer without a body is none of ours. */
    private static <T> T told(Supplier<@Nullable T> answer) {
        return Objects.requireNonNull(answer.get(), "the platform's own answer was empty");
    }
}
