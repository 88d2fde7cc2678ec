package dev.csai.chat.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A proven caller, in the form Spring Security carries one. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private final transient Caller caller;
    private final transient @Nullable Instant expiresAt;

    /** @param expiresAt null for a credential without an end */
    CallerAuthentication(Caller caller, @Nullable Instant expiresAt) {
        super(List.of());
        this.caller = caller;
        this.expiresAt = expiresAt;
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

    @Override
    public Object getCredentials() {
        return "";
    }
}
