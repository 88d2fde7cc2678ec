package dev.csai.chat.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param secret only when it has just been made
 * @param previousUntil how long what it has replaced still works, if something does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContactSecretView(@Nullable String secret, Instant createdAt, @Nullable Instant previousUntil) {

    @Override
    public String toString() {
        return "ContactSecretView[secret withheld, " + createdAt + "]";
    }
}
