package dev.csai.shared.blob;

import java.time.Instant;

/**
 * Leave to send one blob's bytes, to whoever holds it.
 *
 * @param contentType the {@code Content-Type} the bytes have to come with
 * @param sizeBytes exactly how many have to come
 */
public record UploadGrant(BlobKey key, String contentType, long sizeBytes, Instant expiresAt) {

    public UploadGrant {
        if (sizeBytes < 1) {
            throw new IllegalArgumentException("an upload has at least one byte");
        }
    }
}
