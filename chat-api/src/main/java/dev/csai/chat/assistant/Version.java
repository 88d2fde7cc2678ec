package dev.csai.chat.assistant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was published, when and by whom; it is never changed.
 *
 * @param number counted for each tenant, from 1
 * @param restoredFrom the earlier version that was published anew, if this is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Version(int number, Instant publishedAt, Publisher publishedBy, @Nullable Integer restoredFrom) {

    /**
     * @param id of a member, or of a key
     * @param name that they had then
     */
    record Publisher(UUID id, String name) {}
}
