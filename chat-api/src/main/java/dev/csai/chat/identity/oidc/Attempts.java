package dev.csai.chat.identity.oidc;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.identity.TokenSecrets;
import dev.csai.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Ways to a provider and back: each is gone once, within ten minutes, by the browser that set out, and ends at the tenant
 * it was begun for. The last holds off a hostile provider that sends people on to another tenant's, to be given the
 * answer that is meant for that one (RFC 9700, 4.4).
 */
@Component
class Attempts {

    static final Duration LIFE = Duration.ofMinutes(10);

    private static final String BEGIN = """
            insert into chat.sign_in_attempts (state_hash, browser_hash, tenant_id, issuer, created_at, expires_at)
            values (:state, :browser, :tenant, :issuer, :now, :expires)
            """;
    private static final String TAKE = """
            delete from chat.sign_in_attempts
            where state_hash = :state and browser_hash = :browser and tenant_id = :tenant and expires_at > :now
            returning issuer
            """;

    private final SystemTransaction system;
    private final TokenSecrets secrets;
    private final Clock clock;

    Attempts(SystemTransaction system, TokenSecrets secrets, Clock clock) {
        this.system = system;
        this.secrets = secrets;
        this.clock = clock;
    }

    Mono<Attempt> begin(Provider provider) {
        Attempt attempt = attempt(provider.issuer(), secrets.newToken(), secrets.newToken());
        Instant now = clock.instant();
        return system.in(db -> db.sql(BEGIN)
                .bind("state", hash("state", attempt.state()))
                .bind("browser", hash("browser", attempt.browser()))
                .bind("tenant", provider.tenant().value())
                .bind("issuer", attempt.issuer())
                .bind("now", now)
                .bind("expires", now.plus(LIFE))
                .fetch().rowsUpdated())
                .thenReturn(attempt);
    }

    /** Empty when it was taken before, is too old, or is not this browser's or this tenant's. */
    Mono<Attempt> take(TenantId tenant, String state, String browser) {
        return system.in(db -> db.sql(TAKE)
                .bind("state", hash("state", state))
                .bind("browser", hash("browser", browser))
                .bind("tenant", tenant.value())
                .bind("now", clock.instant())
                .map(row -> attempt(required(row, "issuer", String.class), state, browser))
                .one());
    }

    private Attempt attempt(String issuer, String state, String browser) {
        return new Attempt(issuer, state, browser, derived("nonce", state, browser),
                derived("verifier", state, browser));
    }

    private String derived(String purpose, String state, String browser) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash(purpose, state + " " + browser));
    }

    private byte[] hash(String purpose, String text) {
        return secrets.hash("sign-in " + purpose + " " + text);
    }
}
