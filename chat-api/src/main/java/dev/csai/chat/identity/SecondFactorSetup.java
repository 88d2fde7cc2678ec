package dev.csai.chat.identity;

import dev.csai.chat.access.Caller;
import dev.csai.chat.audit.Audit;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.identity.factor.Confirmation;
import dev.csai.chat.identity.factor.Confirmation.Confirmed;
import dev.csai.chat.identity.factor.Confirmation.NothingPending;
import dev.csai.chat.identity.factor.Confirmation.WrongCode;
import dev.csai.chat.identity.factor.FactorSnapshot;
import dev.csai.chat.identity.factor.SecondFactors;
import dev.csai.chat.mail.Letter.Kind;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Switches people's own second factors on and off, and tells them by mail. */
@Component
class SecondFactorSetup {

    private final SystemTransaction system;
    private final SecondFactors factors;
    private final SecondStep step;
    private final OwnPassword password;
    private final RefreshTokens sessions;
    private final FactorLetters letters;
    private final Audit audit;
    private final Clock clock;

    SecondFactorSetup(SystemTransaction system, SecondFactors factors, SecondStep step, OwnPassword password,
            RefreshTokens sessions, FactorLetters letters, Audit audit, Clock clock) {
        this.system = system;
        this.factors = factors;
        this.step = step;
        this.password = password;
        this.sessions = sessions;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    Mono<SecondFactors.Pending> begin(Caller.Person caller, String ownPassword) {
        UUID person = caller.personId();
        return password.check(person, ownPassword, "/password")
                .then(Mono.defer(() -> system.in(db -> factors.snapshot(db, person)
                        .flatMap(before -> letters.address(db, person)
                                .flatMap(email -> factors.begin(db, person, email))
                                .flatMap(pending -> told(db, caller, before).thenReturn(pending))))));
    }

    /** The recovery codes; every session of the person ends. */
    Mono<List<String>> confirm(Caller.Person caller, String code) {
        UUID person = caller.personId();
        return system.in(db -> factors.snapshot(db, person)
                .flatMap(before -> factors.confirm(db, person, code)
                        .flatMap(outcome -> settled(db, caller, before, outcome))))
                .flatMap(outcome -> switch (outcome) {
                    case Confirmed confirmed -> Mono.just(confirmed.recoveryCodes());
                    case WrongCode wrong -> Mono.error(wrongCode());
                    case NothingPending nothing -> Mono.error(ProblemException.of(ProblemType.CONFLICT,
                            "There is no second factor to confirm any more. Begin anew."));
                })
                .doOnNext(codes -> letters.sent());
    }

    /** @param code of the authenticator, or a recovery code */
    Mono<Void> remove(Caller.Person caller, String ownPassword, String code) {
        UUID person = caller.personId();
        return password.check(person, ownPassword, "/password")
                .then(Mono.defer(() -> system.in(db -> factors.snapshot(db, person)
                        .flatMap(before -> proven(db, person, code)
                                .then(Mono.defer(() -> factors.remove(db, person)))
                                .then(letters.tell(db, person, Kind.SECOND_FACTOR_OFF))
                                .then(told(db, caller, before))))))
                .doOnSuccess(done -> letters.sent());
    }

    /**
     * New recovery codes in place of all former ones.
     *
     * @param code of the authenticator, or a recovery code
     */
    Mono<List<String>> renewRecovery(Caller.Person caller, String ownPassword, String code) {
        UUID person = caller.personId();
        return password.check(person, ownPassword, "/password")
                .then(Mono.defer(() -> system.in(db -> factors.snapshot(db, person)
                        .flatMap(before -> proven(db, person, code)
                                .then(Mono.defer(() -> factors.renewRecovery(db, person)))
                                .flatMap(codes -> letters.tell(db, person, Kind.RECOVERY_CODES_NEW)
                                        .then(told(db, caller, before))
                                        .thenReturn(codes))))))
                .doOnNext(codes -> letters.sent());
    }

    /** Fails when no factor is on, and when the code is not one of it. */
    private Mono<Void> proven(DatabaseClient db, UUID person, String code) {
        return factors.isOn(db, person)
                .filter(isOn -> isOn)
                .switchIfEmpty(Mono.error(SecondFactorSetup::noneIsOn))
                .flatMap(isOn -> step.take(db, person, code))
                .filter(taken -> taken)
                .switchIfEmpty(Mono.error(SecondFactorSetup::wrongCode))
                .then();
    }

    private Mono<Confirmation> settled(DatabaseClient db, Caller.Person caller, FactorSnapshot before,
            Confirmation outcome) {
        return switch (outcome) {
            case Confirmed confirmed -> sessions.revokeAll(db, caller.personId(), clock.instant())
                    .then(letters.tell(db, caller.personId(), Kind.SECOND_FACTOR_ON))
                    .then(told(db, caller, before))
                    .thenReturn(confirmed);
            case WrongCode wrong -> Mono.just(wrong);
            case NothingPending nothing -> Mono.just(nothing);
        };
    }

    /** When the change is made. */
    private Mono<Void> told(DatabaseClient db, Caller.Person caller, FactorSnapshot before) {
        return Mono.defer(() -> factors.snapshot(db, caller.personId()))
                .flatMap(after -> audit.changedBy(db, caller, Accounts.self(caller), before, after));
    }

    static ProblemException noneIsOn() {
        return ProblemException.of(ProblemType.CONFLICT, "No second factor is on.");
    }

    private static ProblemException wrongCode() {
        return ProblemException.invalid("/code", "wrong", "This is not the code, or it was used before.");
    }
}
