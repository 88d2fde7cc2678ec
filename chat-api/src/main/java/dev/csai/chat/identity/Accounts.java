package dev.csai.chat.identity;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.access.Caller;
import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Snapshot;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.identity.MeEndpoint.Me;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** People's own data. Every tenant they are a member of sees their name. */
@Component
class Accounts {

    private static final String COLUMNS = """
            id, email, name, locale, exists (select from chat.second_factors f
              where f.person_id = id and f.confirmed_at is not null) as second_factor
            """;
    private static final String READ = "select " + COLUMNS + " from chat.people where id = :person";
    private static final String CHANGE = """
            with changed as (
              update chat.people set name = coalesce(:name, name), locale = coalesce(:locale, locale)
              where id = :person returning id, email, name, locale
            ), shown as (
              update chat.members m set name = changed.name from changed where m.person_id = changed.id
            )
            select %s from changed
            """.formatted(COLUMNS);

    private final SystemTransaction system;
    private final RefreshTokens sessions;
    private final Audit audit;
    private final Clock clock;

    Accounts(SystemTransaction system, RefreshTokens sessions, Audit audit, Clock clock) {
        this.system = system;
        this.audit = audit;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Fails when the account is gone. */
    Mono<Me> of(UUID person) {
        return system.in(db -> db.sql(READ).bind("person", person).map(Accounts::me).one())
                .switchIfEmpty(Mono.error(SignIn::over));
    }

    Mono<Me> change(Caller.Person caller, @Nullable String name, @Nullable String locale) {
        UUID person = caller.personId();
        return system.in(db -> db.sql(READ + " for no key update").bind("person", person).map(Accounts::me).one()
                .flatMap(before -> change(db, person, name, locale)
                        .flatMap(after -> audit.changedBy(db, caller, self(caller), shown(before), shown(after))
                                .thenReturn(after))))
                .switchIfEmpty(Mono.error(SignIn::over));
    }

    Mono<Void> endSessions(Caller.Person caller) {
        return system.in(db -> sessions.revokeAll(db, caller.personId(), clock.instant())
                .then(audit.changedBy(db, caller, self(caller), null, null)));
    }

    /** What the log calls somebody who changes their own account. */
    static Target self(Caller.Person caller) {
        return switch (caller) {
            case Caller.Member member -> Target.of("member", member.memberId());
            case Caller.Operator operator -> Target.of("operator", operator.personId());
        };
    }

    private record AccountSnapshot(String name, String locale) implements Snapshot {}

    private static AccountSnapshot shown(Me me) {
        return new AccountSnapshot(me.name(), me.locale());
    }

    private static Mono<Me> change(DatabaseClient db, UUID person, @Nullable String name, @Nullable String locale) {
        GenericExecuteSpec sql = db.sql(CHANGE).bind("person", person);
        sql = name == null ? sql.bindNull("name", String.class) : sql.bind("name", name);
        sql = locale == null ? sql.bindNull("locale", String.class) : sql.bind("locale", locale);
        return sql.map(Accounts::me).one();
    }

    private static Me me(Readable row) {
        return new Me(required(row, "id", UUID.class), required(row, "email", String.class),
                required(row, "name", String.class), required(row, "locale", String.class),
                required(row, "second_factor", Boolean.class));
    }
}
