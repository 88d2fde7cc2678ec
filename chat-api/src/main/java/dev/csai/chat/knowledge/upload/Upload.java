package dev.csai.chat.knowledge.upload;

import dev.csai.shared.TenantId;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.blob.UploadGrant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document whose bytes are awaited. They come to one address, which stays open to its holder until it expires; the
 * document gets a copy at another, which nobody can write to any more.
 *
 * @param id of the document it is to become
 * @param confirmations how many copies were begun, each at an address of its own
 * @param documentId the document that has the bytes, once they are confirmed
 * @param keptCopy number of the copy that is that document's; null if an earlier document had the same bytes
 */
record Upload(TenantId tenant, UUID id, String fileName, String contentType, long sizeBytes, Instant expiresAt,
        int confirmations, @Nullable UUID documentId, @Nullable Integer keptCopy) {

    UploadGrant grant() {
        return new UploadGrant(incoming(), contentType, sizeBytes, expiresAt);
    }

    /** Where the client sends the bytes. */
    BlobKey incoming() {
        return new BlobKey(tenant, id);
    }

    /** The same for the same number, so that whatever a crash left can be found. */
    BlobKey copy(int number) {
        String name = id + " copy " + number;
        return new BlobKey(tenant, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** All that may lie in the store and is no document's. */
    Stream<BlobKey> leftovers() {
        return Stream.concat(Stream.of(incoming()), IntStream.rangeClosed(1, confirmations)
                .filter(number -> keptCopy == null || number != keptCopy)
                .mapToObj(this::copy));
    }
}
