package dev.csai.chat.access;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A proven caller, in the form Spring Security carries one. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private final transient Caller caller;

    CallerAuthentication(Caller caller) {
        super(List.of());
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
