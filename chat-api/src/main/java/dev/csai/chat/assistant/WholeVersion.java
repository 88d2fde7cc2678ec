package dev.csai.chat.assistant;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.assistant.Version.Publisher;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version with what it says. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WholeVersion(int number, Instant publishedAt, Publisher publishedBy, @Nullable Integer restoredFrom,
        AssistantSettings settings) {

    static WholeVersion of(Version version, AssistantSettings settings) {
        return new WholeVersion(version.number(), version.publishedAt(), version.publishedBy(),
                version.restoredFrom(), settings);
    }
}
