package dev.csai.chat.identity;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.mail.Letter;
import dev.csai.chat.mail.Letter.Kind;
import dev.csai.chat.mail.Mails;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Links that are mailed to who they are for, and good once. Asking for one never tells whether an address is known. */
@Component
class MailedTokens {

    /** A request takes this long at least, so that its time does not tell what its answer conceals. */
    private static final Duration FLOOR = Duration.ofMillis(250);

    private static final String PERSON = "select id, locale from chat.people where email = :email";

    private static final String ADD = """
            insert into chat.mailed_tokens (token_hash, purpose, person_id, created_at, expires_at)
            values (:hash, :purpose, :person, :now, :expires)
            """;

    /** One that was used ends the others of its purpose, too. */
    private static final String USE = """
            with used as (
              update chat.mailed_tokens set used_at = :now
              where token_hash = :hash and purpose = :purpose and used_at is null and expires_at > :now
              returning person_id
            ), others as (
              update chat.mailed_tokens t set used_at = :now from used
              where t.person_id = used.person_id and t.purpose = :purpose and t.used_at is null
                and t.token_hash <> :hash
            )
            select person_id from used
            """;

    enum Purpose {
        MAGIC_LINK("magic-link", Duration.ofMinutes(15)), PASSWORD_RESET("password-reset", Duration.ofHours(1));

        private final String word;
        private final Duration life;

        Purpose(String word, Duration life) {
            this.word = word;
            this.life = life;
        }
    }

    private record Reader(UUID id, String language) {}

    private final SystemTransaction system;
    private final People people;
    private final Audit audit;
    private final TokenSecrets secrets;
    private final Mails mails;
    private final PageLinks links;
    private final Clock clock;

    MailedTokens(SystemTransaction system, People people, TokenSecrets secrets, Mails mails, PageLinks links,
            Audit audit, Clock clock) {
        this.system = system;
        this.people = people;
        this.audit = audit;
        this.secrets = secrets;
        this.mails = mails;
        this.links = links;
        this.clock = clock;
    }

    Mono<Void> send(Purpose purpose, String email) {
        Mono<Void> sending = system.in(db -> db.sql(PERSON)
                .bind("email", email)
                .map(row -> new Reader(required(row, "id", UUID.class), required(row, "locale", String.class)))
                .one()
                .flatMap(reader -> add(db, purpose, reader, email).thenReturn(reader))
                .flatMap(reader -> told(db, email).thenReturn(reader))
                .switchIfEmpty(Mono.defer(() -> told(db, email)).then(Mono.empty())))
                .doOnNext(done -> mails.sent())
                .then();
        return Mono.when(sending, Mono.delay(FLOOR));
    }

    /** Here also for nobody, for the time of what is done later than this would tell who is known. */
    private Mono<Void> told(DatabaseClient db, String email) {
        return people.reached(db, email, null)
                .map(known -> audit.changed(db, known.tenant(), Target.of("member", known.memberId()), null, null))
                .defaultIfEmpty(audit.changed(db, TenantId.PLATFORM, null, null, null))
                .flatMap(telling -> telling);
    }

    /** In the caller's transaction; fails when the token is unknown, used or too old. */
    Mono<UUID> use(DatabaseClient db, Purpose purpose, String token) {
        return db.sql(USE)
                .bind("hash", secrets.hash(token))
                .bind("purpose", purpose.word)
                .bind("now", clock.instant())
                .mapValue(UUID.class)
                .one()
                .switchIfEmpty(Mono.error(() -> ProblemException.of(ProblemType.LINK_OVER,
                        "Ask for a new link; each works once and not for long.")));
    }

    private Mono<Void> add(DatabaseClient db, Purpose purpose, Reader reader, String email) {
        String token = secrets.newToken();
        Instant now = clock.instant();
        return db.sql(ADD)
                .bind("hash", secrets.hash(token))
                .bind("purpose", purpose.word)
                .bind("person", reader.id())
                .bind("now", now)
                .bind("expires", now.plus(purpose.life))
                .fetch().rowsUpdated()
                .then(mails.send(db, TenantId.PLATFORM, letter(purpose, token), email, reader.language()));
    }

    private Letter letter(Purpose purpose, String token) {
        return switch (purpose) {
            case MAGIC_LINK -> letter(Kind.MAGIC_LINK, links.magicLink(token));
            case PASSWORD_RESET -> letter(Kind.PASSWORD_RESET, links.newPassword(token));
        };
    }

    private static Letter letter(Kind kind, URI link) {
        return new Letter(kind, List.of(), null, link);
    }
}
