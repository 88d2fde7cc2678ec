package dev.csai.shared.blob;

/**
 * What was stored.
 *
 * @param sha256 lower-case hex of the bytes
 */
public record StoredBlob(BlobKey key, String sha256, long sizeBytes) {}
