package dev.csai.shared.blob;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/** Keeps the bytes of documents. A blob is there whole or not at all, and is never changed in place. */
public interface BlobStore {

    int BUFFER_BYTES = 64 * 1024;

    /**
     * Begins an upload whose bytes are pushed; they become the blob when it is committed and vanish when it is closed
     * before that.
     *
     * @param maxBytes the upload fails with {@link BlobTooLarge} as soon as it has more
     */
    BlobUpload begin(BlobKey key, long maxBytes) throws IOException;

    /** @throws java.nio.file.NoSuchFileException if there is no such blob */
    InputStream open(BlobKey key) throws IOException;

    /** How many bytes the blob has; empty if there is none. */
    OptionalLong size(BlobKey key) throws IOException;

    /**
     * A file with the blob's bytes, to be read only and closed when it was.
     *
     * @param maxBytes a blob with more is not copied
     * @throws java.nio.file.NoSuchFileException if there is no such blob
     * @throws BlobTooLarge if it has more bytes than allowed
     */
    LocalCopy localCopy(BlobKey key, long maxBytes) throws IOException;

    /** Deleting what is not there is no error: a deletion may be repeated. */
    void delete(BlobKey key) throws IOException;

    /**
     * An address to which a client sends the granted bytes past every app, with {@code PUT}; empty if clients cannot
     * reach the store, so that an app has to take the bytes for it.
     */
    Optional<URI> presignedUpload(UploadGrant grant);

    default StoredBlob write(BlobKey key, InputStream bytes, long maxBytes) throws IOException {
        try (BlobUpload upload = begin(key, maxBytes)) {
            var buffer = new byte[BUFFER_BYTES];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                upload.append(ByteBuffer.wrap(buffer, 0, read));
            }
            return upload.commit();
        }
    }
}
