package dev.csai.chat.knowledge.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.blob.BlobStore;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are sent past the API, and all that may go wrong on their way. */
class UploadIT {

    @TempDir
    private static Path directory;

    private static TestApp app;

    private TenantId tenant;
    private String token = "";

    @BeforeAll
    static void start() {
        app = TestApp.start(Map.of("csai.blobs.directory", directory.toString(),
                "csai.identity.logins-per-minute", "100000"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void newTenant() {
        tenant = app.tenant(100_000);
        token = ownerOf(tenant);
    }

    @Test
    void bytes_that_came_become_a_document_that_is_listed_and_told_of() throws IOException {
        Answer announced = announce("menu.txt", "text/plain", 5);
        assertThat(announced.status()).isEqualTo(201);
        assertThat(announced.text("/uploadUrl")).startsWith(app.origin() + "/v1/uploads/");
        assertThat(announced.text("/expiresAt")).isEqualTo(app.clock.instant().plus(Duration.ofHours(1)).toString());
        assertThat(documents()).isEmpty();

        assertThat(put(announced, "text/plain", "pizza").status()).isEqualTo(200);
        assertThat(documents()).isEmpty();
        Answer confirmed = confirm(id(announced));

        assertThat(confirmed.status()).isEqualTo(202);
        assertThat(confirmed.text("/id")).isEqualTo(announced.text("/documentId"));
        assertThat(confirmed.text("/kind")).isEqualTo("file");
        assertThat(confirmed.text("/fileName")).isEqualTo("menu.txt");
        assertThat(confirmed.text("/status")).isEqualTo("pending");
        assertThat(documents()).containsExactly(announced.text("/documentId"));
        assertThat(told()).singleElement().asString().contains("csai.document-uploaded",
                "\"documentId\": \"" + id(announced) + "\"", blobOf(id(announced)).toString());
        assertThat(content(id(announced))).isEqualTo("pizza");
        assertThat(app.context().getBean(BlobStore.class).size(new BlobKey(tenant, id(announced)))).isEmpty();
    }

    @Test
    void a_confirmation_may_be_repeated_also_after_the_row_of_the_upload_is_gone() {
        Answer announced = sent("soup!");
        Answer first = confirm(id(announced));

        assertThat(confirm(id(announced)).json()).isEqualTo(first.json());
        app.sql("delete from chat.uploads where id = '" + id(announced) + "'");
        assertThat(confirm(id(announced)).json()).isEqualTo(first.json());
        assertThat(told()).hasSize(1);
    }

    @Test
    void twenty_confirmations_at_once_are_one_document_with_one_copy_of_the_bytes() {
        Answer announced = sent("salad");
        List<CompletableFuture<Answer>> all = IntStream.range(0, 20)
                .mapToObj(copy -> as(token, app.post(confirmation(id(announced)))).sendAsync()).toList();

        assertThat(all).allSatisfy(answer -> {
            assertThat(answer.join().status()).isEqualTo(202);
            assertThat(answer.join().text("/id")).isEqualTo(announced.text("/documentId"));
        });
        assertThat(told()).hasSize(1);
        assertThat(content(id(announced))).isEqualTo("salad");
        assertThat(filesOfTenant()).hasSize(1);
    }

    @Test
    void the_same_bytes_twice_are_the_same_document() {
        UUID first = id(sent("bread"));
        confirm(first);
        UUID second = id(sent("bread"));

        assertThat(confirm(second).text("/id")).isEqualTo(first.toString());
        assertThat(confirm(second).text("/id")).isEqualTo(first.toString());
        assertThat(documents()).containsExactly(first.toString());
        assertThat(filesOfTenant()).hasSize(1);
    }

    @Test
    void what_is_sent_after_the_confirmation_changes_nothing_and_is_swept() {
        Answer announced = sent("pasta");
        confirm(id(announced));

        assertThat(put(announced, "text/plain", "PASTA").status()).isEqualTo(200);
        assertThat(content(id(announced))).isEqualTo("pasta");
        assertThat(filesOfTenant()).hasSize(2);

        sweepAfterTwoHours();
        assertThat(filesOfTenant()).hasSize(1);
        assertThat(content(id(announced))).isEqualTo("pasta");
    }

    @Test
    void bytes_may_be_sent_again_until_they_are_confirmed() {
        Answer announced = sent("wrong");
        assertThat(put(announced, "text/plain", "right").status()).isEqualTo(200);
        confirm(id(announced));

        assertThat(content(id(announced))).isEqualTo("right");
    }

    @Test
    void nothing_is_confirmed_that_did_not_come_as_announced() throws IOException {
        UUID missing = id(announce("menu.txt", "text/plain", 5));
        assertThat(confirm(missing).status()).isEqualTo(409);
        assertThat(confirm(missing).problem()).isEqualTo("conflict");

        UUID other = id(announce("menu.txt", "text/plain", 5));
        // As a store would that does not hold clients to their word.
        app.context().getBean(BlobStore.class).write(new BlobKey(tenant, other),
                new java.io.ByteArrayInputStream(new byte[6]), 6);
        assertThat(confirm(other).status()).isEqualTo(409);
        app.context().getBean(BlobStore.class).write(new BlobKey(tenant, other),
                new java.io.ByteArrayInputStream(new byte[(10 << 20) + 1]), Long.MAX_VALUE);
        assertThat(confirm(other).problem()).isEqualTo("too-large");
        assertThat(documents()).isEmpty();
        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"text/plain, pizzas, too-large", "text/plain, four, invalid-request", "text/html, pizza, forbidden"})
    void the_door_takes_only_what_was_announced(String contentType, String text, String problem) {
        Answer announced = announce("menu.txt", "text/plain", 5);

        assertThat(put(announced, contentType, text).problem()).isEqualTo(problem);
        assertThat(confirm(id(announced)).status()).isEqualTo(409);
    }

    @Test
    void a_forged_address_is_refused() {
        String address = announce("menu.txt", "text/plain", 5).text("/uploadUrl");
        String path = URI.create(address).getPath();
        char last = path.charAt(path.length() - 5);
        String forged = path.substring(0, path.length() - 5) + (last == 'A' ? 'B' : 'A')
                + path.substring(path.length() - 4);

        assertThat(send(forged, "text/plain", "pizza").status()).isEqualTo(403);
        assertThat(send("/v1/uploads/" + UUID.randomUUID(), "text/plain", "pizza").status()).isEqualTo(403);
    }

    @Test
    void what_nobody_confirms_in_time_is_swept_with_its_bytes() {
        Answer announced = sent("stale");
        UUID abandonedCopy = id(sent("other"));
        app.context().getBean(Uploads.class).find(tenant, abandonedCopy)
                .flatMap(upload -> app.context().getBean(Uploads.class).beginCopy(upload)
                        .flatMap(number -> app.context().getBean(dev.csai.chat.knowledge.Blobs.class)
                                .copy(upload.incoming(), upload.copy(number), 5)))
                .block();
        assertThat(filesOfTenant()).hasSize(3);

        app.clock.forward(Duration.ofMinutes(61));
        assertThat(put(announced, "text/plain", "stale").status()).isEqualTo(403);
        app.context().getBean(ExpiredUploads.class).sweep().block();
        assertThat(filesOfTenant()).hasSize(3);

        sweepAfterTwoHours();
        assertThat(filesOfTenant()).isEmpty();
        assertThat(app.rows("select id from chat.uploads where tenant_id = '" + tenant + "'")).isEmpty();
        token = ownerOf(tenant);
        assertThat(confirm(id(announced)).status()).isEqualTo(404);
    }

    @Test
    void a_sweep_that_was_cut_off_goes_on() {
        Answer announced = sent("stale");
        app.context().getBean(Uploads.class).claimForSweeping(tenant, id(announced)).block();

        assertThat(confirm(id(announced)).status()).isEqualTo(404);
        sweepAfterTwoHours();
        assertThat(filesOfTenant()).isEmpty();
    }

    @Test
    void another_tenant_confirms_nothing() {
        Answer announced = sent("mine!");
        String stranger = ownerOf(app.tenant(100_000));

        Answer refused = as(stranger, app.post(confirmation(id(announced)))).send();
        Answer unknown = as(stranger, app.post(confirmation(UUID.randomUUID()))).send();

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.problem()).isEqualTo(unknown.problem()).isEqualTo("not-found");
        assertThat(confirm(id(announced)).status()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"fileName\": \"a\", \"contentType\": \"text/plain\"}",
            "{\"fileName\": \"a\", \"contentType\": \"text/plain\", \"sizeBytes\": 0}",
            "{\"fileName\": \"a\", \"contentType\": \"text/plain\", \"sizeBytes\": \"5\"}",
            "{\"fileName\": \"a\", \"contentType\": \"text\", \"sizeBytes\": 5}",
            "{\"fileName\": \"a\", \"contentType\": \"text/plain\\nx: y\", \"sizeBytes\": 5}",
            "{\"fileName\": \"a\\u0000\", \"contentType\": \"text/plain\", \"sizeBytes\": 5}",
            "{\"fileName\": \"a\", \"contentType\": \"text/plain\", \"sizeBytes\": 5, \"more\": 1}"})
    void an_announcement_has_its_form(String body) {
        assertThat(as(token, app.post("/v1/knowledge/uploads")).json(body).send().problem())
                .isEqualTo("invalid-request");
    }

    @Test
    void more_than_ten_megabytes_are_refused_before_they_are_sent() {
        assertThat(announce("film.mp4", "video/mp4", (10 << 20) + 1).problem()).isEqualTo("too-large");
        assertThat(announce("film.mp4", "video/mp4", 10 << 20).status()).isEqualTo(201);
    }

    @Test
    void no_more_than_a_hundred_uploads_wait_at_once() {
        app.sql("""
                insert into chat.uploads (tenant_id, id, file_name, content_type, size_bytes, created_at, expires_at)
                select '%s', gen_random_uuid(), 'f', 'text/plain', 1, now(), timestamptz '%s' + interval '1 hour'
                from generate_series(1, 100)""".formatted(tenant, app.clock.instant()));

        Answer refused = announce("menu.txt", "text/plain", 5);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isPresent();
    }

    private Answer announce(String fileName, String contentType, int size) {
        return as(token, app.post("/v1/knowledge/uploads")).json("""
                {"fileName": "%s", "contentType": "%s", "sizeBytes": %d}""".formatted(fileName, contentType, size))
                .send();
    }

    private Answer sent(String text) {
        Answer announced = announce("menu.txt", "text/plain", text.length());
        assertThat(put(announced, "text/plain", text).status()).isEqualTo(200);
        return announced;
    }

    private static Answer put(Answer announced, String contentType, String text) {
        return send(URI.create(announced.text("/uploadUrl")).getPath(), contentType, text);
    }

    private static Answer send(String path, String contentType, String text) {
        return app.call("PUT", path).header("Content-Type", contentType)
                .body("PUT", text.getBytes(StandardCharsets.UTF_8)).send();
    }

    private Answer confirm(UUID id) {
        return as(token, app.post(confirmation(id))).send();
    }

    private static String confirmation(UUID id) {
        return "/v1/knowledge/documents/" + id + "/confirm";
    }

    private String content(UUID id) {
        return as(token, app.get("/v1/knowledge/documents/" + id + "/content")).send().response().body();
    }

    private List<String> documents() {
        return as(token, app.get("/v1/knowledge/documents")).send().json().at("/items").valueStream()
                .map(document -> document.at("/id").asString()).toList();
    }

    private List<String> told() {
        return app.rows("select destination || ' ' || payload::jsonb from public.told where tenant_id = '" + tenant
                + "' and destination like '%document%'");
    }

    private BlobKey blobOf(UUID id) {
        return BlobKey.of(app.rows("select blob from chat.documents where id = '" + id + "'").getFirst());
    }

    private String[] filesOfTenant() {
        String[] files = directory.resolve(tenant.toString()).toFile().list();
        return files == null ? new String[0] : files;
    }

    private void sweepAfterTwoHours() {
        app.clock.forward(Duration.ofHours(2).plusSeconds(1));
        app.context().getBean(ExpiredUploads.class).sweep().block();
        token = ownerOf(tenant);
    }

    private static UUID id(Answer announced) {
        return UUID.fromString(announced.text("/documentId"));
    }

    private static Call as(String token, Call call) {
        return call.token(token);
    }

    private static String ownerOf(TenantId tenant) {
        String email = TestApp.newEmail();
        app.member(tenant, Role.OWNER, email);
        return app.token(email);
    }
}
