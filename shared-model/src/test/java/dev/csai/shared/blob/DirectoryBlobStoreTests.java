package dev.csai.shared.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryBlobStoreTests {

    private static final BlobKey KEY = new BlobKey(new TenantId(Ids.next()), Ids.next());

    @TempDir
    private Path root;

    @Test
    void stores_counts_and_hashes_the_bytes_as_they_come() throws IOException {
        var store = new DirectoryBlobStore(root);

        StoredBlob stored = store.write(KEY, bytes("abc"), 3);

        assertThat(stored).isEqualTo(
                new StoredBlob(KEY, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3));
        try (InputStream in = store.open(KEY)) {
            assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("abc");
        }
        assertThat(store.size(KEY)).hasValue(3);
        try (LocalCopy copy = store.localCopy(KEY, 3)) {
            assertThat(copy.file()).hasContent("abc");
        }
        assertThat(store.localCopy(KEY, 3).file()).exists();
        assertThatExceptionOfType(BlobTooLarge.class).isThrownBy(() -> store.localCopy(KEY, 2));
    }

    @Test
    void keeps_nothing_of_an_upload_that_is_too_large() throws IOException {
        var store = new DirectoryBlobStore(root);

        assertThatExceptionOfType(BlobTooLarge.class).isThrownBy(() -> store.write(KEY, bytes("abcd"), 3));

        assertThat(files()).isEmpty();
    }

    @Test
    void keeps_nothing_of_an_upload_that_is_not_committed() throws IOException {
        var store = new DirectoryBlobStore(root);

        try (BlobUpload upload = store.begin(KEY, 10)) {
            upload.append(ByteBuffer.wrap(new byte[5]));
        }

        assertThat(files()).isEmpty();
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> store.open(KEY));
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> store.localCopy(KEY, 9));
        assertThat(store.size(KEY)).isEmpty();
    }

    @Test
    void deletes_as_often_as_asked() throws IOException {
        var store = new DirectoryBlobStore(root);
        store.write(KEY, bytes("abc"), 3);

        store.delete(KEY);
        store.delete(KEY);

        assertThat(files()).isEmpty();
    }

    @Test
    void drops_what_a_crash_left_of_earlier_uploads_only() throws IOException {
        var store = new DirectoryBlobStore(root);
        store.write(KEY, bytes("abc"), 3);
        try (BlobUpload running = store.begin(new BlobKey(KEY.tenant(), Ids.next()), 10)) {
            store.deleteIncomingBefore(Instant.EPOCH);
            assertThat(files()).hasSize(2);

            store.deleteIncomingBefore(Instant.now().plusSeconds(60));
            assertThat(files()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../etc/passwd", "a/b", "/", "018f0000-0000-7000-8000-000000000000"})
    void a_key_is_two_uuids_and_nothing_else(String text) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> BlobKey.of(text));
    }

    @Test
    void a_key_survives_its_text() {
        var key = new BlobKey(new TenantId(new UUID(1, 2)), new UUID(3, 4));

        assertThat(BlobKey.of(key.toString())).isEqualTo(key);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
