package dev.csai.chat.knowledge.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import dev.csai.shared.blob.BlobKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The owner of a new tenant, who uploads. */
final class Uploader {

    final TenantId tenant;
    String token;

    private final TestApp app;
    private final Path directory;

    /** @param directory in which the app keeps its blobs */
    Uploader(TestApp app, Path directory) {
        this.app = app;
        this.directory = directory;
        this.tenant = app.tenant(100_000);
        this.token = ownerOf(app, tenant);
    }

    Answer announce(String fileName, String contentType, int size) {
        return app.post("/v1/knowledge/uploads").token(token).json("""
                {"fileName": "%s", "contentType": "%s", "sizeBytes": %d}""".formatted(fileName, contentType, size))
                .send();
    }

    Answer sent(String text) {
        Answer announced = announce("menu.txt", "text/plain", text.length());
        assertThat(put(announced, "text/plain", text).status()).isEqualTo(200);
        return announced;
    }

    Answer put(Answer announced, String contentType, String text) {
        return send(URI.create(announced.text("/uploadUrl")).getPath(), contentType, text);
    }

    Answer send(String path, String contentType, String text) {
        return app.call("PUT", path).header("Content-Type", contentType)
                .body("PUT", text.getBytes(StandardCharsets.UTF_8)).send();
    }

    Answer confirm(UUID id) {
        return app.post(confirmation(id)).token(token).send();
    }

    static String confirmation(UUID id) {
        return "/v1/knowledge/documents/" + id + "/confirm";
    }

    String content(UUID id) {
        return app.get("/v1/knowledge/documents/" + id + "/content").token(token).send().response().body();
    }

    List<String> documents() {
        return app.get("/v1/knowledge/documents").token(token).send().json().at("/items").valueStream()
                .map(document -> document.at("/id").asString()).toList();
    }

    List<String> told() {
        return app.rows("select destination || ' ' || payload::jsonb from public.told where tenant_id = '" + tenant
                + "' and destination like '%document%'");
    }

    BlobKey blobOf(UUID id) {
        return BlobKey.of(app.rows("select blob from chat.documents where id = '" + id + "'").getFirst());
    }

    String[] filesOfTenant() {
        String[] files = directory.resolve(tenant.toString()).toFile().list();
        return files == null ? new String[0] : files;
    }

    void sweepAfterTwoHours() {
        app.clock.forward(Duration.ofHours(2).plusSeconds(1));
        app.context().getBean(ExpiredUploads.class).sweep().block();
        token = ownerOf(tenant);
    }

    static UUID id(Answer announced) {
        return UUID.fromString(announced.text("/documentId"));
    }

    String ownerOf(TenantId owned) {
        return ownerOf(app, owned);
    }

    private static String ownerOf(TestApp app, TenantId tenant) {
        String email = TestApp.newEmail();
        app.member(tenant, Role.OWNER, email);
        return app.token(email);
    }
}
