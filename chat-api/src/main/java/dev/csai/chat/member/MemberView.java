package dev.csai.chat.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.csai.chat.access.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the tenant.
 *
 * @param name absent while invited
 * @param status {@code active} or {@code invited}
 * @param expiresAt of the invitation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MemberView(UUID id, String email, @Nullable String name, String role, String status, Instant createdAt,
        @Nullable Instant expiresAt) {

    static final String INVITED = "invited";

    boolean isOwner() {
        return role.equals(Role.OWNER.word());
    }

    boolean isInvited() {
        return status.equals(INVITED);
    }
}
