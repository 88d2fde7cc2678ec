package dev.csai.standalone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** What the demo shop knows. It goes in through the front door, as anybody's documents do. */
final class DemoDocuments {

    private static final List<String> NAMES = List.of("opening-hours.md", "delivery.md", "menu-and-allergens.md",
            "refunds-and-complaints.md", "loyalty-club.md", "catering-and-jobs.md", "privacy.md",
            "hours-and-delivery.he.md", "menu.he.md", "service.he.txt");
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

    /**
     * @throws org.springframework.web.client.RestClientException if the log-in or an upload is refused
     */
    static DemoDocuments upload(String baseUrl, String email, String password) {
        RestClient stranger = RestClient.create(baseUrl);
        Tokens tokens = told(() -> stranger.post().uri("/v1/auth/login").contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("email", email, "password", password)).retrieve().body(Tokens.class));
        RestClient door = stranger.mutate()
                .defaultHeaders(headers -> headers.setBearerAuth(tokens.accessToken())).build();
        return new DemoDocuments(door, NAMES.stream().map(name -> upload(door, name)).toList());
    }

    private static UUID upload(RestClient door, String name) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        HttpHeaders part = new HttpHeaders();
        part.setContentType(name.endsWith(".md") ? MediaType.TEXT_MARKDOWN : MediaType.TEXT_PLAIN);
        form.add("file", new HttpEntity<>(new ClassPathResource("demo/" + name), part));
        return told(() -> door.post().uri("/v1/knowledge/documents").contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form).retrieve().body(Document.class)).id();
    }

    /**
     * Waits until each has its end.
     *
     * @return what to tell whoever waits to ask the demo something
     * @throws org.springframework.web.client.RestClientException if CSAI ends meanwhile
     */
    String outcome() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int failed = 0;
        for (UUID id : ids) {
            String status = status(id);
            while (!status.equals("completed") && !status.equals("failed")) {
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
