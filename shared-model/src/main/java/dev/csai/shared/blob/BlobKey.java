package dev.csai.shared.blob;

import dev.csai.shared.TenantId;
import java.util.UUID;

/**
 * Names one document's bytes. Both parts are UUIDs, so no key can point outside the store or into another tenant's
 * part of it.
 */
public record BlobKey(TenantId tenant, UUID documentId) {

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException if the text is not two UUIDs with a slash between them
     */
    public static BlobKey of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a blob key is tenantId/documentId");
        }
        return new BlobKey(TenantId.of(text.substring(0, slash)), UUID.fromString(text.substring(slash + 1)));
    }

    /** The text kept in tables and messages: {@code tenantId/documentId}. */
    @Override
    public String toString() {
        return tenant + "/" + documentId;
    }
}
