package dev.csai.chat.identity;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Snapshot;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.mail.Letter;
import dev.csai.chat.mail.Letter.Kind;
import dev.csai.chat.mail.Mails;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import io.r2dbc.spi.Readable;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Signing up: a code is mailed, and only who gives it gets a tenant. The answer to a sign-up is the same, and takes as
 * long, whether the address is known or not; the mail tells.
 */
@Component
class Signups {

    private static final Duration CODE_LIFE = Duration.ofMinutes(15);
    private static final int TRIES = 3;
    private static final int CODES = 1_000_000;

    private static final String IS_KNOWN = "select exists (select from chat.people where email = :email) as known";

    private static final String BEGIN = """
            insert into chat.signups
              (email, company_name, industry, locale, password_hash, code_hash, created_at, expires_at)
            values (:email, :company, :industry, :locale, :password, :code, :now, :expires)
            on conflict (email) do update set company_name = excluded.company_name, industry = excluded.industry,
              locale = excluded.locale, password_hash = excluded.password_hash, code_hash = excluded.code_hash,
              tries = 0, created_at = excluded.created_at, expires_at = excluded.expires_at
            """;

    /** Counts the try before it is looked at, so that tries at once are tries, too. */
    private static final String TRY = """
            update chat.signups set tries = tries + 1
            where email = :email and tries < :tries and expires_at > :now
            returning company_name, industry, locale, password_hash, code_hash
            """;

    private static final String END = "delete from chat.signups where email = :email";

    private final SystemTransaction system;
    private final Passwords passwords;
    private final TokenSecrets secrets;
    private final NewTenants tenants;
    private final Mails mails;
    private final PageLinks links;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Signups(SystemTransaction system, Passwords passwords, TokenSecrets secrets, NewTenants tenants, Mails mails,
            PageLinks links, Audit audit, Clock clock) {
        this.system = system;
        this.audit = audit;
        this.passwords = passwords;
        this.secrets = secrets;
        this.tenants = tenants;
        this.mails = mails;
        this.links = links;
        this.clock = clock;
    }

    Mono<Void> begin(NewSignup signup) {
        return passwords.accepted(signup.password(), "/password", List.of(signup.email(), signup.companyName()))
                .flatMap(hash -> system.in(db -> isKnown(db, signup.email())
                        .flatMap(known -> known ? tellOfAccount(db, signup) : store(db, signup, hash))
                        .then(audit.changed(db, TenantId.PLATFORM, null, null, null))
                        .thenReturn(signup)))
                .doOnNext(done -> mails.sent())
                .then();
    }

    /** The tenant of whoever gives the code in time; fails when the code is wrong, used, too old or tried too often. */
    Mono<NewTenants.Founded> verify(String email, String code) {
        Instant now = clock.instant();
        return system.in(db -> db.sql(TRY)
                .bind("email", email)
                .bind("tries", TRIES)
                .bind("now", now)
                .map(row -> isRight(row, email, code)
                        ? Optional.of(founding(row, email))
                        : Optional.<NewTenants.Founding>empty())
                .one()
                .flatMap(Mono::justOrEmpty)
                .flatMap(founding -> tenants.found(db, founding)
                        .flatMap(founded -> db.sql(END).bind("email", email).fetch().rowsUpdated()
                                .then(audit.changedBy(db, founded.founder(), Target.of("tenant",
                                        founded.tenant().value()), null, TenantSnapshot.of(founding)))
                                .thenReturn(founded))))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.WRONG_CODE,
                        "Check the newest mail, or sign up again for a new code.")));
    }

    private record TenantSnapshot(String name, @Nullable String industry, String locale) implements Snapshot {

        static TenantSnapshot of(NewTenants.Founding founding) {
            return new TenantSnapshot(founding.company(), founding.industry(), founding.locale());
        }
    }

    private static Mono<Boolean> isKnown(DatabaseClient db, String email) {
        return db.sql(IS_KNOWN).bind("email", email).mapValue(Boolean.class).one();
    }

    private Mono<Void> tellOfAccount(DatabaseClient db, NewSignup signup) {
        return mails.send(db, TenantId.PLATFORM,
                new Letter(Kind.ALREADY_REGISTERED, List.of(), null, links.forgottenPassword()), signup.email(),
                signup.locale());
    }

    private Mono<Void> store(DatabaseClient db, NewSignup signup, String passwordHash) {
        String code = "%06d".formatted(random.nextInt(CODES));
        Instant now = clock.instant();
        GenericExecuteSpec insert = db.sql(BEGIN)
                .bind("email", signup.email())
                .bind("company", signup.companyName())
                .bind("locale", signup.locale())
                .bind("password", passwordHash)
                .bind("code", hash(signup.email(), code))
                .bind("now", now)
                .bind("expires", now.plus(CODE_LIFE));
        return industry(insert, signup.industry()).fetch().rowsUpdated()
                .then(mails.send(db, TenantId.PLATFORM,
                        new Letter(Kind.SIGNUP_CODE, List.of(signup.companyName()), code, null), signup.email(),
                        signup.locale()));
    }

    private static GenericExecuteSpec industry(GenericExecuteSpec insert, @Nullable String industry) {
        return industry == null ? insert.bindNull("industry", String.class) : insert.bind("industry", industry);
    }

    private boolean isRight(Readable row, String email, String code) {
        return MessageDigest.isEqual(required(row, "code_hash", byte[].class), hash(email, code));
    }

    private static NewTenants.Founding founding(Readable row, String email) {
        return new NewTenants.Founding(email, required(row, "password_hash", String.class),
                required(row, "company_name", String.class), row.get("industry", String.class),
                required(row, "locale", String.class));
    }

    /** Six digits alone would be found again from their hash. */
    private byte[] hash(String email, String code) {
        return secrets.hash("signup " + email + " " + code);
    }
}
