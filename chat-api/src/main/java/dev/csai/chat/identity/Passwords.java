package dev.csai.chat.identity;

import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Passwords as Argon2id with OWASP's first choice of parameters: 19 MiB, two passes, one lane. Verifying takes tens of
 * milliseconds of a core, so it has two threads of its own and a bounded queue.
 */
@Component
public class Passwords implements DisposableBean {

    static final int MAX_LENGTH = 256;

    private static final PasswordEncoder ENCODER = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private static final int THREADS = 2;
    private static final int QUEUE = 64;

    private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, QUEUE, "passwords");
    private final String decoy = hash(UUID.randomUUID().toString());
    private final BreachedPasswords breached;

    Passwords(BreachedPasswords breached) {
        this.breached = breached;
    }

    /** Blocks for tens of milliseconds. */
    public static String hash(String password) {
        return Objects.requireNonNull(ENCODER.encode(password));
    }

    /** Takes the same time whether there is a hash to compare with or not. */
    Mono<Boolean> matches(String password, Optional<String> hash) {
        return Mono.fromCallable(() -> ENCODER.matches(password, hash.orElse(decoy)) && hash.isPresent())
                .subscribeOn(scheduler)
                .onErrorMap(RejectedExecutionException.class, Passwords::busy);
    }

    /** The hash of a password that nobody knows: of somebody who comes in another way, and may set one by mail. */
    public Mono<String> ofNobody() {
        return Mono.fromCallable(() -> hash(UUID.randomUUID().toString() + UUID.randomUUID()))
                .subscribeOn(scheduler)
                .onErrorMap(RejectedExecutionException.class, Passwords::busy);
    }

    /**
     * The hash of a new password, once it is found good.
     *
     * @param personal what those who know the person would try
     */
    Mono<String> accepted(String password, String pointer, List<String> personal) {
        return Mono.fromRunnable(() -> PasswordRules.check(password, pointer, personal))
                .subscribeOn(scheduler)
                .then(Mono.defer(() -> breached.refuse(password, pointer)))
                .then(Mono.fromCallable(() -> hash(password)).subscribeOn(scheduler))
                .onErrorMap(RejectedExecutionException.class, Passwords::busy);
    }

    private static ProblemException busy(RejectedExecutionException full) {
        return ProblemException.retryLater(ProblemType.UNAVAILABLE, "Too many people sign in at once.",
                Duration.ofSeconds(2));
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
