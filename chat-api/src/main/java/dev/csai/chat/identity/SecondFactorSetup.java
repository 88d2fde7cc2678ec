package dev.csai.chat.identity;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.identity.factor.Confirmation;
import dev.csai.chat.identity.factor.Confirmation.Confirmed;
import dev.csai.chat.identity.factor.Confirmation.NothingPending;
import dev.csai.chat.identity.factor.Confirmation.WrongCode;
import dev.csai.chat.identity.factor.SecondFactors;
import dev.csai.chat.mail.Letter;
import dev.csai.chat.mail.Letter.Kind;
import dev.csai.chat.mail.Mails;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Switches people's second factors on and off, and tells them by mail. */
@Component
class SecondFactorSetup {

    private static final String READER = "select email, locale from chat.people where id = :person";

    private record Reader(String email, String language) {}

    private final SystemTransaction system;
    private final SecondFactors factors;
    private final SecondStep step;
    private final OwnPassword password;
    private final RefreshTokens sessions;
    private final Mails mails;
    private final PageLinks links;
    private final Clock clock;

    SecondFactorSetup(SystemTransaction system, SecondFactors factors, SecondStep step, OwnPassword password,
            RefreshTokens sessions, Mails mails, PageLinks links, Clock clock) {
        this.system = system;
        this.factors = factors;
        this.step = step;
        this.password = password;
        this.sessions = sessions;
        this.mails = mails;
        this.links = links;
        this.clock = clock;
    }

    Mono<SecondFactors.Pending> begin(UUID person, String ownPassword) {
        return password.check(person, ownPassword, "/password")
                .then(Mono.defer(() -> system.in(db -> reader(db, person)
                        .flatMap(reader -> factors.begin(db, person, reader.email())))));
    }

    /** The recovery codes; every session of the person ends. */
    Mono<List<String>> confirm(UUID person, String code) {
        return system.in(db -> factors.confirm(db, person, code).flatMap(outcome -> settled(db, person, outcome)))
                .flatMap(outcome -> switch (outcome) {
                    case Confirmed confirmed -> Mono.just(confirmed.recoveryCodes());
                    case WrongCode wrong -> Mono.error(wrongCode());
                    case NothingPending nothing -> Mono.error(ProblemException.of(ProblemType.CONFLICT,
                            "There is no second factor to confirm any more. Begin anew."));
                })
                .doOnNext(codes -> mails.sent());
    }

    /** @param code of the authenticator, or a recovery code */
    Mono<Void> remove(UUID person, String ownPassword, String code) {
        return password.check(person, ownPassword, "/password")
                .then(Mono.defer(() -> system.in(db -> remove(db, person, code))))
                .doOnSuccess(done -> mails.sent());
    }

    private Mono<Void> remove(DatabaseClient db, UUID person, String code) {
        return factors.isOn(db, person)
                .filter(isOn -> isOn)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.CONFLICT, "No second factor is on.")))
                .flatMap(isOn -> step.take(db, person, code))
                .filter(taken -> taken)
                .switchIfEmpty(Mono.error(SecondFactorSetup::wrongCode))
                .flatMap(taken -> factors.remove(db, person).then(tell(db, person, Kind.SECOND_FACTOR_OFF)));
    }

    private Mono<Confirmation> settled(DatabaseClient db, UUID person, Confirmation outcome) {
        return switch (outcome) {
            case Confirmed confirmed -> sessions.revokeAll(db, person, clock.instant())
                    .then(tell(db, person, Kind.SECOND_FACTOR_ON))
                    .thenReturn(confirmed);
            case WrongCode wrong -> Mono.just(wrong);
            case NothingPending nothing -> Mono.just(nothing);
        };
    }

    private Mono<Void> tell(DatabaseClient db, UUID person, Kind what) {
        return reader(db, person).flatMap(reader -> mails.send(db, TenantId.PLATFORM,
                new Letter(what, List.of(), null, links.forgottenPassword()), reader.email(), reader.language()));
    }

    private static Mono<Reader> reader(DatabaseClient db, UUID person) {
        return db.sql(READER).bind("person", person)
                .map(row -> new Reader(required(row, "email", String.class), required(row, "locale", String.class)))
                .one();
    }

    private static ProblemException wrongCode() {
        return ProblemException.invalid("/code", "wrong", "This is not the code, or it was used before.");
    }
}
