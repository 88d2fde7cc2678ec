package dev.csai.chat.tenancy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.csai.shared.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether anything is done for a tenant. */
enum Status {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("suspended")
    SUSPENDED;

    /** The word used in the API. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Status optional(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst().orElseThrow(
                () -> ProblemException.invalid("status", "unknown", "A tenant is active or suspended."));
    }
}
