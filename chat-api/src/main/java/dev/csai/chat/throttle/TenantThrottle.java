package dev.csai.chat.throttle;

import dev.csai.chat.access.Caller.OfTenant;
import dev.csai.chat.throttle.Take.Counted;
import dev.csai.chat.web.Problems;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Holds every tenant to its plan's requests a minute, so that a noisy one does not slow its neighbours. */
@Component
@Order(10)
class TenantThrottle implements WebFilter {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final TenantQuotas quotas;
    private final Windows windows;
    private final Problems problems;

    TenantThrottle(TenantQuotas quotas, Windows windows, Problems problems) {
        this.quotas = quotas;
        this.windows = windows;
        this.problems = problems;
    }

    /** Whoever belongs to no tenant, as an operator or a public page, is not counted. */
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .flatMap(known -> known.getPrincipal() instanceof OfTenant caller
                        ? take(caller.tenant())
                        : Mono.empty())
                .defaultIfEmpty(new Take.Uncounted())
                .flatMap(take -> apply(take, exchange, chain));
    }

    private Mono<Take> take(TenantId tenant) {
        return quotas.requestsPerMinute(tenant)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.UNAUTHENTICATED,
                        "The tenant of this credential is no more.")))
                .flatMap(limit -> windows.take("rate:" + tenant, limit, WINDOW));
    }

    private Mono<Void> apply(Take take, ServerWebExchange exchange, WebFilterChain chain) {
        return switch (take) {
            case Take.Uncounted uncounted -> chain.filter(exchange);
            case Counted counted -> {
                RateHeaders.write(exchange.getResponse().getHeaders(), counted);
                yield counted.granted()
                        ? chain.filter(exchange)
                        : problems.write(exchange, ProblemException.retryLater(ProblemType.RATE_LIMITED,
                                "This tenant's requests of the minute are used up.", counted.reset()));
            }
        };
    }
}
