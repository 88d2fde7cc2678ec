package dev.csai.chat.identity;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.identity.PeopleEndpoint.PersonView;
import dev.csai.chat.identity.factor.FactorSnapshot;
import dev.csai.chat.identity.factor.SecondFactors;
import dev.csai.chat.mail.Letter.Kind;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Second factors that were lost with all recovery codes, which operators take off others' accounts. */
@Component
class LostFactors {

    private static final String BY_EMAIL = """
            select p.id, p.email, p.name, exists (select from chat.second_factors f
              where f.person_id = p.id and f.confirmed_at is not null) as second_factor
            from chat.people p where p.email = :email
            """;

    private final SystemTransaction system;
    private final SecondFactors factors;
    private final RefreshTokens sessions;
    private final FactorLetters letters;
    private final Audit audit;
    private final Clock clock;

    LostFactors(SystemTransaction system, SecondFactors factors, RefreshTokens sessions, FactorLetters letters,
            Audit audit, Clock clock) {
        this.system = system;
        this.factors = factors;
        this.sessions = sessions;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /** One, or none. */
    Mono<List<PersonView>> holders(String email) {
        return system.in(db -> db.sql(BY_EMAIL).bind("email", email).map(LostFactors::person).all().collectList());
    }

    /** Ends the person's sessions, too: whoever has the phone may be in one of them. */
    Mono<Void> remove(Operator operator, UUID person) {
        if (operator.personId().equals(person)) {
            return Mono.error(ProblemException.of(ProblemType.FORBIDDEN,
                    "Your own is removed with your password and a code, or by another operator."));
        }
        return system.in(db -> factors.snapshot(db, person)
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("person")))
                .flatMap(before -> factors.isOn(db, person)
                        .filter(isOn -> isOn)
                        .switchIfEmpty(Mono.error(SecondFactorSetup::noneIsOn))
                        .flatMap(isOn -> remove(db, person, before))))
                .doOnSuccess(done -> letters.sent());
    }

    private Mono<Void> remove(DatabaseClient db, UUID person, FactorSnapshot before) {
        return factors.remove(db, person)
                .then(Mono.defer(() -> sessions.revokeAll(db, person, clock.instant())))
                .then(letters.tell(db, person, Kind.SECOND_FACTOR_RESET))
                .then(Mono.defer(() -> factors.snapshot(db, person)))
                .flatMap(after -> audit.changed(db, TenantId.PLATFORM, Target.of("person", person), before, after));
    }

    private static PersonView person(Readable row) {
        return new PersonView(required(row, "id", UUID.class), required(row, "email", String.class),
                required(row, "name", String.class), required(row, "second_factor", Boolean.class));
    }
}
