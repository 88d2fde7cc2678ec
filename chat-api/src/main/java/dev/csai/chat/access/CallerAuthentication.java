package dev.csai.chat.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A proven caller, in the form Spring Security carries one. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private final transient Caller caller;
    private final transient @Nullable Instant expiresAt;
    private final boolean suspended;

    /**
     * @param expiresAt null for a credential without an end
     * @param suspended whether the caller's tenant is
     */
    CallerAuthentication(Caller caller, @Nullable Instant expiresAt, boolean suspended) {
        super(List.of());
        this.caller = caller;
        this.expiresAt = expiresAt;
        this.suspended = suspended;
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    boolean isSuspended() {
        return suspended;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
