package dev.csai.chat.identity;

import dev.csai.shared.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of handing in a refresh token. */
sealed interface Rotation {

    /**
     * @param tenant absent for an operator's session
     * @param byProvider whether the tenant's identity provider has vouched for the person
     */
    record Renewed(RefreshToken successor, UUID person, @Nullable TenantId tenant, boolean byProvider)
            implements
                Rotation {}

    /** Unknown, expired or revoked; or used before, which has revoked all of its family. */
    record Refused() implements Rotation {}
}
