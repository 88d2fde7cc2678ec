package dev.csai.chat.identity;

import dev.csai.chat.sweep.ExpiredRows;
import dev.csai.chat.sweep.Sweeper;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Purges what is over: sessions, codes, mailed links, invitations, second factors that nobody confirmed, ways to a provider, and
 * what operators had opened to act for a tenant. All refresh tokens of a family expire together, so none is missed by those that look for a revoked one.
 */
@Component
class ExpiredTokens extends Sweeper {

    private static final Duration PERIOD = Duration.ofHours(1);

    private static final List<String> TABLES = List.of("refresh_tokens", "signups", "mailed_tokens", "invitations",
            "second_factors", "sign_in_attempts", "operator_access");

    private final ExpiredRows rows;

    ExpiredTokens(ExpiredRows rows) {
        super("Expired tokens, codes and invitations", PERIOD);
        this.rows = rows;
    }

    @Override
    protected Mono<Void> sweep() {
        return Flux.fromIterable(TABLES).concatMap(rows::purge).then();
    }
}
