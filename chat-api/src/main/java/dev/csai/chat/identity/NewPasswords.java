package dev.csai.chat.identity;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.access.Caller;
import dev.csai.chat.audit.Audit;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.identity.MailedTokens.Purpose;
import dev.csai.chat.mail.Letter;
import dev.csai.chat.mail.Letter.Kind;
import dev.csai.chat.mail.Mails;
import dev.csai.shared.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sets a password anew, which logs out everybody who was logged in with the old one. */
@Component
class NewPasswords {

    private static final String SET = """
            update chat.people set password_hash = :password where id = :person returning email, locale
            """;

    private record Reader(String email, String language) {}

    private final SystemTransaction system;
    private final Passwords passwords;
    private final OwnPassword own;
    private final MailedTokens tokens;
    private final RefreshTokens sessions;
    private final People people;
    private final Audit audit;
    private final Mails mails;
    private final PageLinks links;
    private final Clock clock;

    NewPasswords(SystemTransaction system, Passwords passwords, OwnPassword own, MailedTokens tokens,
            RefreshTokens sessions, People people, Mails mails, PageLinks links, Audit audit, Clock clock) {
        this.system = system;
        this.people = people;
        this.audit = audit;
        this.passwords = passwords;
        this.own = own;
        this.tokens = tokens;
        this.sessions = sessions;
        this.mails = mails;
        this.links = links;
        this.clock = clock;
    }

    /** Fails when the token is not good for it. */
    Mono<Void> reset(String token, String password) {
        return passwords.accepted(password, "/password", List.of())
                .flatMap(hash -> system.in(db -> tokens.use(db, Purpose.PASSWORD_RESET, token)
                        .flatMap(person -> set(db, person, hash)
                                .then(people.identity(db, person, null))
                                .flatMap(identity -> audit.changedBy(db, identity.caller(), null, null, null))
                                .thenReturn(person))))
                .doOnNext(done -> mails.sent())
                .then();
    }

    /** Fails when the current password is another. */
    Mono<Void> change(Caller.Person caller, String current, String next) {
        UUID person = caller.personId();
        return own.check(person, current, "/currentPassword")
                .then(Mono.defer(() -> passwords.accepted(next, "/newPassword", List.of())))
                .flatMap(hash -> system.in(db -> set(db, person, hash)
                        .then(audit.changedBy(db, caller, Accounts.self(caller), null, null))
                        .thenReturn(person)))
                .doOnNext(done -> mails.sent())
                .then();
    }

    private Mono<Void> set(DatabaseClient db, UUID person, String hash) {
        return db.sql(SET)
                .bind("password", hash)
                .bind("person", person)
                .map(row -> new Reader(required(row, "email", String.class), required(row, "locale", String.class)))
                .one()
                .flatMap(reader -> sessions.revokeAll(db, person, clock.instant())
                        .then(mails.send(db, TenantId.PLATFORM,
                                new Letter(Kind.PASSWORD_CHANGED, List.of(), null, links.forgottenPassword()),
                                reader.email(), reader.language())));
    }
}
