package dev.csai.chat.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as its tenant sees it.
 *
 * @param prefix the beginning of its text, to know it again by
 * @param key its text; of a secret key only in the answer to its making
 * @param scopes of a secret key
 * @param allowedOrigins of a publishable key
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Key(UUID id, String name, Kind kind, String prefix, @Nullable String key, @Nullable List<String> scopes,
        @Nullable List<String> allowedOrigins, Instant createdAt, @Nullable Instant lastUsedAt,
        @Nullable Instant expiresAt, @Nullable Instant revokedAt, Status status) {

    enum Status {
        @JsonProperty("active")
        ACTIVE,
        /** Another has taken its place, and it holds until its end. */
        @JsonProperty("expiring")
        EXPIRING,
        /** By somebody, or by its end. */
        @JsonProperty("revoked")
        REVOKED
    }

    @Override
    public String toString() {
        return "Key[" + id + "]";
    }
}
