package dev.csai.chat.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A document as a member sees it: what the door knows, joined with what became of the work on it.
 *
 * @param status {@code pending, processing, completed} or {@code failed}
 * @param progress 0 to 100
 * @param problem why it failed, as a problem document a person understands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Document(
        UUID id,
        String fileName,
        String contentType,
        long sizeBytes,
        String status,
        int progress,
        int chunkCount,
        @Nullable JsonNode problem,
        Instant createdAt,
        Instant updatedAt) {}
