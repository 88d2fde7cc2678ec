package dev.csai.chat.access;

import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/** Who a request was found to come from, for whoever stands outside the door and does not see the security context. */
public final class KnownCaller {

    private static final String ATTRIBUTE = KnownCaller.class.getName();

    private KnownCaller() {}

    static void note(ServerWebExchange exchange, Caller caller) {
        exchange.getAttributes().put(ATTRIBUTE, caller);
    }

    /** Also of a caller who was refused. Empty where no credential is looked at, and when none proved anybody. */
    public static Optional<Caller> of(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
    }
}
