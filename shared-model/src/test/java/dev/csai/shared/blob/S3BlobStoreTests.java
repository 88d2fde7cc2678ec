package dev.csai.shared.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.testing.S3StandIn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3BlobStoreTests {

    private static final BlobKey KEY = new BlobKey(new TenantId(Ids.next()), Ids.next());
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private static Path parent;

    private static ScratchDirectory scratch;
    private static S3StandIn s3;
    private static S3BlobStore store;

    @BeforeAll
    static void start() throws IOException {
        scratch = ScratchDirectory.open(parent, "csai-blobs-");
        s3 = S3StandIn.start(CLOCK);
        store = S3Connection.open(settings(""), scratch, CLOCK);
    }

    @AfterAll
    static void stop() throws IOException {
        store.close();
        s3.close();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void stores_counts_and_hashes_and_gives_the_bytes_back() throws IOException {
        StoredBlob stored = store.write(KEY, bytes("abc"), 3);

        assertThat(stored).isEqualTo(
                new StoredBlob(KEY, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3));
        assertThat(store.size(KEY)).hasValue(3);
        try (InputStream in = store.open(KEY)) {
            assertThat(in).asString(StandardCharsets.UTF_8).isEqualTo("abc");
        }
        assertThat(s3.keys()).contains(KEY.toString());
    }

    @Test
    void a_local_copy_is_gone_when_it_is_closed() throws IOException {
        store.write(KEY, bytes("abc"), 3);

        try (LocalCopy copy = store.localCopy(KEY, 3)) {
            assertThat(copy.file()).hasContent("abc");
        }

        assertThat(scratchFiles()).isEmpty();
    }

    @Test
    void copies_no_more_than_is_allowed_and_leaves_nothing() throws IOException {
        store.write(KEY, bytes("abcd"), 4);

        assertThatExceptionOfType(BlobTooLarge.class).isThrownBy(() -> store.localCopy(KEY, 3));
        assertThatExceptionOfType(BlobTooLarge.class)
                .isThrownBy(() -> store.write(another(), bytes("abcd"), 3));

        assertThat(scratchFiles()).isEmpty();
    }

    @Test
    void what_is_not_there_is_told_from_what_fails() throws IOException {
        BlobKey missing = another();

        assertThat(store.size(missing)).isEmpty();
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> store.open(missing));
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> store.localCopy(missing, 3));
        store.delete(missing);
        try (S3BlobStore stranger = S3Connection.open(settings("?"), ScratchDirectory.open(parent, "csai-other-"),
                CLOCK)) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> stranger.size(missing))
                    .isNotInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void deletes_as_often_as_asked() throws IOException {
        store.write(KEY, bytes("abc"), 3);

        store.delete(KEY);
        store.delete(KEY);

        assertThat(store.size(KEY)).isEmpty();
    }

    @Test
    void a_presigned_upload_takes_the_granted_bytes_as_often_as_they_come() throws Exception {
        BlobKey key = another();
        URI address = presigned(key, Duration.ofHours(1));

        assertThat(put(address, "text/plain", "three")).isEqualTo(200);
        assertThat(put(address, "text/plain", "fours")).isEqualTo(200);

        try (InputStream in = store.open(key)) {
            assertThat(in).asString(StandardCharsets.UTF_8).isEqualTo("fours");
        }
        assertThat(address.toString()).doesNotContain(S3StandIn.SECRET_KEY)
                .contains("X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost");
    }

    @ParameterizedTest
    @CsvSource({"text/html, three", "text/plain, four", "text/plain, threes"})
    void a_presigned_upload_takes_no_other_type_and_no_other_size(String contentType, String text) throws Exception {
        BlobKey key = another();

        assertThat(put(presigned(key, Duration.ofHours(1)), contentType, text)).isEqualTo(403);

        assertThat(store.size(key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"X-Amz-Expires=3, X-Amz-Expires=9", "X-Amz-Signature=, X-Amz-Signature=0",
            "csai-documents/, csai-documents/x",
            "X-Amz-Date=2, X-Amz-Date=3", "AKIATEST, AKIABEST"})
    void a_forged_address_opens_nothing(String signed, String forged) throws Exception {
        BlobKey key = another();
        String address = presigned(key, Duration.ofSeconds(3599)).toString();

        assertThat(address).contains(signed);
        assertThat(put(URI.create(address.replace(signed, forged)), "text/plain", "three")).isEqualTo(403);

        assertThat(s3.keys()).noneMatch(stored -> stored.contains(key.documentId().toString()));
    }

    @Test
    void an_address_expires() throws Exception {
        URI address = presigned(another(), Duration.ofMinutes(10));
        try (S3StandIn later = S3StandIn.start(Clock.offset(CLOCK, Duration.ofMinutes(11)))) {
            String moved = address.toString().replace(s3.endpoint().toString(), later.endpoint().toString());

            assertThat(put(URI.create(moved), "text/plain", "three")).isEqualTo(403);
            assertThat(later.keys()).isEmpty();
        }
    }

    private static URI presigned(BlobKey key, Duration valid) {
        Instant expiresAt = CLOCK.instant().plus(valid).plusMillis(500);
        return store.presignedUpload(new UploadGrant(key, "text/plain", 5, expiresAt)).orElseThrow();
    }

    private static int put(URI address, String contentType, String text) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).header("Content-Type", contentType)
                    .PUT(BodyPublishers.ofString(text)).build(), BodyHandlers.discarding()).statusCode();
        }
    }

    /** @param more what makes the secret a wrong one */
    private static S3Settings settings(String more) {
        return new S3Settings(s3.endpoint(), S3StandIn.BUCKET, S3StandIn.REGION, S3StandIn.ACCESS_KEY,
                S3StandIn.SECRET_KEY + more, true);
    }

    private static BlobKey another() {
        return new BlobKey(KEY.tenant(), Ids.next());
    }

    private static List<Path> scratchFiles() throws IOException {
        try (Stream<Path> files = Files.list(scratch.path())) {
            return files.toList();
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
