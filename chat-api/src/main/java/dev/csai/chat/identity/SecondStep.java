package dev.csai.chat.identity;

import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.identity.factor.SecondFactors;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks those who have a second factor for a code of it. It comes after a password or a mailed link was found right, or
 * its answers would tell who has one.
 */
@Component
class SecondStep {

    private final SystemTransaction system;
    private final SecondFactors factors;
    private final LoginThrottle throttle;

    SecondStep(SystemTransaction system, SecondFactors factors, LoginThrottle throttle) {
        this.system = system;
        this.factors = factors;
        this.throttle = throttle;
    }

    /** Completes for who has none, or gives a code of it; fails otherwise. */
    Mono<Void> pass(UUID person, @Nullable String code) {
        return system.in(db -> pass(db, person, code));
    }

    /** In the caller's transaction, which a failure undoes: a link that proved the first step stays good. */
    Mono<Void> pass(DatabaseClient db, UUID person, @Nullable String code) {
        return factors.isOn(db, person)
                .filter(isOn -> isOn)
                .flatMap(isOn -> code == null ? Mono.error(SecondStep::needed) : take(db, person, code))
                .filter(taken -> !taken)
                .flatMap(wrong -> Mono.error(SignIn.wrongCredentials()));
    }

    /** Counts the try and takes the code; false when it is wrong. */
    Mono<Boolean> take(DatabaseClient db, UUID person, String code) {
        return throttle.admitCode(person).then(Mono.defer(() -> factors.take(db, person, code)));
    }

    private static ProblemException needed() {
        return ProblemException.of(ProblemType.SECOND_FACTOR_REQUIRED,
                "Send the code that your authenticator shows, or a recovery code, along with the rest.");
    }
}
