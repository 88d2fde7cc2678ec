package dev.csai.chat.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.csai.chat.web.ClientNetwork;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps whoever guesses keys from becoming load on the database: in ten seconds a process looks up so many texts that
 * stand for no key, from one network and from all together, and no more.
 */
@Component
class UnknownKeys {

    static final int FROM_ONE = 500;
    static final int FROM_ALL = 5000;
    static final Duration WINDOW = Duration.ofSeconds(10);

    private static final int REMEMBERED = 10_000;
    private static final String ALL = "all";

    private final Cache<String, AtomicInteger> ofNetwork;
    private final Cache<String, AtomicInteger> ofAll;

    UnknownKeys(Clock clock) {
        this.ofNetwork = window(REMEMBERED, clock);
        this.ofAll = window(1, clock);
    }

    private static Cache<String, AtomicInteger> window(int remembered, Clock clock) {
        return Caffeine.newBuilder()
                .expireAfterWrite(WINDOW)
                .maximumSize(remembered)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** A look-up counts from its beginning, so that many at once are held to the limit, and not if it finds a key or fails. */
    <T> Mono<Optional<T>> admit(@Nullable InetSocketAddress from, Mono<Optional<T>> lookUp) {
        return Mono.defer(() -> {
            AtomicInteger one = ofNetwork.get(ClientNetwork.of(from), network -> new AtomicInteger());
            AtomicInteger all = ofAll.get(ALL, same -> new AtomicInteger());
            if (!take(one, FROM_ONE)) {
                return Mono.error(tooMany());
            }
            if (!take(all, FROM_ALL)) {
                one.decrementAndGet();
                return Mono.error(tooMany());
            }
            Runnable giveBack = () -> {
                one.decrementAndGet();
                all.decrementAndGet();
            };
            return lookUp.doOnNext(found -> found.ifPresent(key -> giveBack.run()))
                    .doOnError(failure -> giveBack.run());
        });
    }

    private static boolean take(AtomicInteger taken, int limit) {
        return taken.getAndUpdate(count -> count < limit ? count + 1 : count) < limit;
    }

    private static ProblemException tooMany() {
        return ProblemException.retryLater(ProblemType.RATE_LIMITED, "Too many keys were sent that do not exist.",
                WINDOW);
    }
}
