package dev.csai.chat.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A document as a member sees it: what the door knows, joined with what became of the work on it.
 *
 * @param kind {@code file, text, qa} or {@code profile}
 * @param fileName of what was typed, its title
 * @param status {@code pending, processing, completed} or {@code failed}
 * @param progress 0 to 100
 * @param chunkCount of what is searched now, which may be an older content's
 * @param unreadablePages of a completed document: pages that are pictures, of which nothing is searched; absent where
 *     there are none
 * @param problem why it failed, as a problem document a person understands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Document(
        UUID id,
        String kind,
        String fileName,
        String contentType,
        long sizeBytes,
        String status,
        int progress,
        int chunkCount,
        @Nullable Integer unreadablePages,
        @Nullable JsonNode problem,
        Instant createdAt,
        Instant updatedAt) {}
