package dev.csai.chat.knowledge.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.blob.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are sent past the API, and all that may go wrong on their way. */
class UploadIT {

    private final TestApp app = TestApp.shared();
    private final Uploader client = new Uploader(app, Path.of("target/blobs"));

    @Test
    void bytes_that_came_become_a_document_that_is_listed_and_told_of() throws IOException {
        Answer announced = client.announce("menu.txt", "text/plain", 5);
        assertThat(announced.status()).isEqualTo(201);
        assertThat(announced.text("/uploadUrl")).startsWith(app.origin() + "/v1/uploads/");
        assertThat(announced.text("/expiresAt")).isEqualTo(app.clock.instant().plus(Duration.ofHours(1)).toString());
        assertThat(client.documents()).isEmpty();

        assertThat(client.put(announced, "text/plain", "pizza").status()).isEqualTo(200);
        assertThat(client.documents()).isEmpty();
        Answer confirmed = client.confirm(Uploader.id(announced));

        assertThat(confirmed.status()).isEqualTo(202);
        assertThat(confirmed.text("/id")).isEqualTo(announced.text("/documentId"));
        assertThat(confirmed.text("/kind")).isEqualTo("file");
        assertThat(confirmed.text("/fileName")).isEqualTo("menu.txt");
        assertThat(confirmed.text("/status")).isEqualTo("pending");
        assertThat(client.documents()).containsExactly(announced.text("/documentId"));
        assertThat(client.told()).singleElement().asString().contains("csai.document-uploaded",
                "\"documentId\": \"" + Uploader.id(announced) + "\"", client.blobOf(Uploader.id(announced)).toString());
        assertThat(client.content(Uploader.id(announced))).isEqualTo("pizza");
        assertThat(app.context().getBean(BlobStore.class).size(new BlobKey(client.tenant, Uploader.id(announced))))
                .isEmpty();
    }

    @Test
    void a_confirmation_may_be_repeated_also_after_the_row_of_the_upload_is_gone() {
        Answer announced = client.sent("soup!");
        Answer first = client.confirm(Uploader.id(announced));

        assertThat(client.confirm(Uploader.id(announced)).json()).isEqualTo(first.json());
        app.sql("delete from chat.uploads where id = '" + Uploader.id(announced) + "'");
        assertThat(client.confirm(Uploader.id(announced)).json()).isEqualTo(first.json());
        assertThat(client.told()).hasSize(1);
    }

    @Test
    void twenty_confirmations_at_once_are_one_document_with_one_copy_of_the_bytes() {
        Answer announced = client.sent("salad");
        List<CompletableFuture<Answer>> all = IntStream.range(0, 20)
                .mapToObj(
                        copy -> app.post(Uploader.confirmation(Uploader.id(announced))).token(client.token).sendAsync())
                .toList();

        assertThat(all).allSatisfy(answer -> {
            assertThat(answer.join().status()).isEqualTo(202);
            assertThat(answer.join().text("/id")).isEqualTo(announced.text("/documentId"));
        });
        assertThat(client.told()).hasSize(1);
        assertThat(client.content(Uploader.id(announced))).isEqualTo("salad");
        assertThat(client.filesOfTenant()).hasSize(1);
    }

    @Test
    void the_same_bytes_twice_are_the_same_document() {
        UUID first = Uploader.id(client.sent("bread"));
        client.confirm(first);
        UUID second = Uploader.id(client.sent("bread"));

        assertThat(client.confirm(second).text("/id")).isEqualTo(first.toString());
        assertThat(client.confirm(second).text("/id")).isEqualTo(first.toString());
        assertThat(client.documents()).containsExactly(first.toString());
        assertThat(client.filesOfTenant()).hasSize(1);
    }

    @Test
    void bytes_may_be_sent_again_until_they_are_confirmed() {
        Answer announced = client.sent("wrong");
        assertThat(client.put(announced, "text/plain", "right").status()).isEqualTo(200);
        client.confirm(Uploader.id(announced));

        assertThat(client.content(Uploader.id(announced))).isEqualTo("right");
    }

    @Test
    void nothing_is_confirmed_that_did_not_come_as_announced() throws IOException {
        UUID missing = Uploader.id(client.announce("menu.txt", "text/plain", 5));
        assertThat(client.confirm(missing).status()).isEqualTo(409);
        assertThat(client.confirm(missing).problem()).isEqualTo("conflict");

        UUID other = Uploader.id(client.announce("menu.txt", "text/plain", 5));
        // As a store would that does not hold clients to their word.
        app.context().getBean(BlobStore.class).write(new BlobKey(client.tenant, other),
                new ByteArrayInputStream(new byte[6]), 6);
        assertThat(client.confirm(other).status()).isEqualTo(409);
        app.context().getBean(BlobStore.class).write(new BlobKey(client.tenant, other),
                new ByteArrayInputStream(new byte[(10 << 20) + 1]), Long.MAX_VALUE);
        assertThat(client.confirm(other).problem()).isEqualTo("too-large");
        assertThat(client.documents()).isEmpty();
        assertThat(client.told()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"text/plain, pizzas, too-large", "text/plain, four, invalid-request", "text/html, pizza, forbidden"})
    void the_door_takes_only_what_was_announced(String contentType, String text, String problem) {
        Answer announced = client.announce("menu.txt", "text/plain", 5);

        assertThat(client.put(announced, contentType, text).problem()).isEqualTo(problem);
        assertThat(client.confirm(Uploader.id(announced)).status()).isEqualTo(409);
    }

    @Test
    void a_forged_address_is_refused() {
        String address = client.announce("menu.txt", "text/plain", 5).text("/uploadUrl");
        String path = URI.create(address).getPath();
        char last = path.charAt(path.length() - 5);
        String forged = path.substring(0, path.length() - 5) + (last == 'A' ? 'B' : 'A')
                + path.substring(path.length() - 4);

        assertThat(client.send(forged, "text/plain", "pizza").status()).isEqualTo(403);
        assertThat(client.send("/v1/uploads/" + UUID.randomUUID(), "text/plain", "pizza").status()).isEqualTo(403);
    }

    @Test
    void another_tenant_confirms_nothing() {
        Answer announced = client.sent("mine!");
        String stranger = client.ownerOf(app.tenant(100_000));

        Answer refused = app.post(Uploader.confirmation(Uploader.id(announced))).token(stranger).send();
        Answer unknown = app.post(Uploader.confirmation(UUID.randomUUID())).token(stranger).send();

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.problem()).isEqualTo(unknown.problem()).isEqualTo("not-found");
        assertThat(client.confirm(Uploader.id(announced)).status()).isEqualTo(202);
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
        assertThat(app.post("/v1/knowledge/uploads").token(client.token).json(body).send().problem())
                .isEqualTo("invalid-request");
    }

    @Test
    void more_than_ten_megabytes_are_refused_before_they_are_sent() {
        assertThat(client.announce("film.mp4", "video/mp4", (10 << 20) + 1).problem()).isEqualTo("too-large");
        assertThat(client.announce("film.mp4", "video/mp4", 10 << 20).status()).isEqualTo(201);
    }

    @Test
    void no_more_than_a_hundred_uploads_wait_at_once() {
        app.sql("""
                insert into chat.uploads (tenant_id, id, file_name, content_type, size_bytes, created_at, expires_at)
                select '%s', gen_random_uuid(), 'f', 'text/plain', 1, now(), timestamptz '%s' + interval '1 hour'
                from generate_series(1, 100)""".formatted(client.tenant, app.clock.instant()));

        Answer refused = client.announce("menu.txt", "text/plain", 5);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isPresent();
    }
}
