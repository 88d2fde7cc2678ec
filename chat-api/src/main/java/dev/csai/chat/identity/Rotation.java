package dev.csai.chat.identity;

import dev.csai.shared.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of handing in a refresh token. */
sealed interface Rotation {

    /**
     * @param tenant absent for an operator's session
     */
    record Renewed(RefreshToken successor, UUID person, @Nullable TenantId tenant) implements Rotation {}

    /** Unknown, expired or revoked; or used before, which has revoked all of its family. */
    record Refused() implements Rotation {}
}
