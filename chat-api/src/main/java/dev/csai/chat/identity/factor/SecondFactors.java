package dev.csai.chat.identity.factor;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.identity.factor.Confirmation.Confirmed;
import dev.csai.chat.identity.factor.Confirmation.NothingPending;
import dev.csai.chat.identity.factor.Confirmation.WrongCode;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import dev.csai.shared.secret.Sealer;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * People's second factors, all in the caller's transaction, with the system role. A code is taken by an UPDATE that
 * only one of many can make, so it is taken once, however many come at the same time.
 */
@Component
public class SecondFactors {

    private static final Duration PENDING = Duration.ofMinutes(10);
    private static final int TRIES = 5;

    private static final String IS_ON = """
            select exists (select from chat.second_factors where person_id = :person and confirmed_at is not null) as is_on
            """;
    private static final String SNAPSHOT = """
            select case when f.confirmed_at is not null then 'on' when f.expires_at > :now then 'pending' else 'off' end
                as state,
              (select count(*) from chat.recovery_codes r where r.person_id = p.id) as codes
            from chat.people p left join chat.second_factors f on f.person_id = p.id where p.id = :person
            """;
    private static final String BEGIN = """
            insert into chat.second_factors as f (person_id, secret_sealed, created_at, expires_at)
            values (:person, :secret, :now, :expires)
            on conflict (person_id) do update set secret_sealed = excluded.secret_sealed,
              created_at = excluded.created_at, expires_at = excluded.expires_at, tries = 0
            where f.confirmed_at is null
            """;
    /** Counts the try before it is looked at, so that tries at once are tries, too. */
    private static final String TRY = """
            update chat.second_factors set tries = tries + 1
            where person_id = :person and confirmed_at is null and expires_at > :now and tries < :tries
            returning secret_sealed
            """;
    private static final String CONFIRM = """
            update chat.second_factors set confirmed_at = :now, expires_at = null, last_step = :step
            where person_id = :person
            """;
    private static final String ADD_RECOVERY = """
            insert into chat.recovery_codes (person_id, code_hash) values (:person, :hash)
            """;
    private static final String REMOVE_RECOVERY = "delete from chat.recovery_codes where person_id = :person";
    private static final String SECRET = """
            select secret_sealed from chat.second_factors where person_id = :person and confirmed_at is not null
            """;
    private static final String TAKE_STEP = """
            update chat.second_factors set last_step = :step
            where person_id = :person and confirmed_at is not null and last_step < :step
            """;
    private static final String TAKE_RECOVERY = """
            delete from chat.recovery_codes where person_id = :person and code_hash = :hash
            """;
    private static final String REMOVE = "delete from chat.second_factors where person_id = :person";

    private final Sealer sealer;
    private final RecoveryCodes recovery;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(Sealer sealer, Clock clock) {
        this.sealer = sealer;
        this.recovery = new RecoveryCodes(sealer);
        this.clock = clock;
    }

    /** @param secret in base32 */
    public record Pending(String secret, URI uri) {

        @Override
        public String toString() {
            return "Pending[withheld]";
        }
    }

    public Mono<Boolean> isOn(DatabaseClient db, UUID person) {
        return db.sql(IS_ON).bind("person", person).mapValue(Boolean.class).one();
    }

    /** Empty for who has no account. */
    public Mono<FactorSnapshot> snapshot(DatabaseClient db, UUID person) {
        return db.sql(SNAPSHOT)
                .bind("person", person)
                .bind("now", clock.instant())
                .map(row -> snapshot(required(row, "state", String.class), required(row, "codes", Long.class)))
                .one();
    }

    /** Takes the place of one that was begun and not confirmed; fails when one is on. */
    public Mono<Pending> begin(DatabaseClient db, UUID person, String email) {
        byte[] secret = Totp.newSecret(random);
        Instant now = clock.instant();
        return db.sql(BEGIN)
                .bind("person", person)
                .bind("secret", sealer.seal(secret, context(person)))
                .bind("now", now)
                .bind("expires", now.plus(PENDING))
                .fetch().rowsUpdated()
                .filter(begun -> begun == 1)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.CONFLICT,
                        "A second factor is on. Remove it first.")))
                .thenReturn(new Pending(Totp.text(secret), Totp.uri(secret, email)));
    }

    /** The caller commits also when the code is wrong, or the try would not count. */
    public Mono<Confirmation> confirm(DatabaseClient db, UUID person, String code) {
        Instant now = clock.instant();
        return db.sql(TRY)
                .bind("person", person)
                .bind("now", now)
                .bind("tries", TRIES)
                .mapValue(String.class)
                .one()
                .flatMap(sealed -> {
                    OptionalLong step = Totp.stepOf(sealer.open(sealed, context(person)), spaceless(code), now);
                    return step.isPresent() ? confirm(db, person, step.getAsLong(), now) : Mono.just(new WrongCode());
                })
                .defaultIfEmpty(new NothingPending());
    }

    /** Takes the code of the authenticator or a recovery code; false when it is wrong or was taken before. */
    public Mono<Boolean> take(DatabaseClient db, UUID person, String code) {
        String typed = spaceless(code);
        Mono<Long> taken = Totp.isCode(typed) ? takeStep(db, person, typed) : takeRecovery(db, person, typed);
        return taken.map(rows -> rows == 1).defaultIfEmpty(false);
    }

    /** In place of all that were not used. */
    public Mono<List<String>> renewRecovery(DatabaseClient db, UUID person) {
        return db.sql(REMOVE_RECOVERY).bind("person", person).fetch().rowsUpdated()
                .then(Mono.defer(() -> addRecovery(db, person)));
    }

    public Mono<Void> remove(DatabaseClient db, UUID person) {
        return db.sql(REMOVE).bind("person", person).fetch().rowsUpdated().then();
    }

    private Mono<Confirmation> confirm(DatabaseClient db, UUID person, long step, Instant now) {
        return db.sql(CONFIRM)
                .bind("person", person)
                .bind("step", step)
                .bind("now", now)
                .fetch().rowsUpdated()
                .then(Mono.defer(() -> addRecovery(db, person)))
                .map(Confirmed::new);
    }

    private Mono<List<String>> addRecovery(DatabaseClient db, UUID person) {
        List<String> codes = recovery.next();
        return Flux.fromIterable(codes)
                .concatMap(code -> db.sql(ADD_RECOVERY)
                        .bind("person", person)
                        .bind("hash", recovery.hash(person, code))
                        .fetch().rowsUpdated())
                .then(Mono.just(codes));
    }

    private static FactorSnapshot snapshot(String state, long codes) {
        return new FactorSnapshot(state, state.equals("on") ? codes : null);
    }

    private Mono<Long> takeStep(DatabaseClient db, UUID person, String code) {
        return db.sql(SECRET).bind("person", person).mapValue(String.class).one()
                .map(sealed -> Totp.stepOf(sealer.open(sealed, context(person)), code, clock.instant()))
                .filter(OptionalLong::isPresent)
                .flatMap(step -> db.sql(TAKE_STEP)
                        .bind("person", person)
                        .bind("step", step.getAsLong())
                        .fetch().rowsUpdated());
    }

    private Mono<Long> takeRecovery(DatabaseClient db, UUID person, String code) {
        return db.sql(TAKE_RECOVERY)
                .bind("person", person)
                .bind("hash", recovery.hash(person, code))
                .fetch().rowsUpdated();
    }

    /** Apps show {@code 123 456}. */
    private static String spaceless(String code) {
        return code.replaceAll("\\s", "");
    }

    private static String context(UUID person) {
        return "|chat.second_factors|" + person + "|secret_sealed";
    }
}
