package dev.csai.chat.identity;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Role;
import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Becoming a member by a link that was mailed, which proves the address it was mailed to. */
@Component
class Invitations {

    private static final String LOOK = """
            select i.email, i.role, i.inviter, t.name as tenant, t.default_locale as language,
              exists (select from chat.people p where p.email = i.email) as known
            from chat.invitations i join chat.tenants t on t.id = i.tenant_id
            where i.token_hash = :hash and i.expires_at > :now
            """;
    private static final String TAKE = """
            delete from chat.invitations where token_hash = :hash and expires_at > :now
            returning tenant_id, email, role,
              (select t.suspended_at is not null from chat.tenants t where t.id = tenant_id) as suspended
            """;
    private static final String PERSON = """
            with added as (
              insert into chat.people (id, email, password_hash, name, locale, created_at)
              select :id, :email, :password, :name, :locale, :now
              where cast(:password as text) is not null
              on conflict (email) do nothing returning id
            )
            select id from added union all select id from chat.people where email = :email limit 1
            """;
    private static final String JOIN = """
            insert into chat.members (tenant_id, id, person_id, role, email, name, created_at)
            select :tenant, :id, p.id, :role, p.email, p.name, :now from chat.people p where p.id = :person
            on conflict (tenant_id, person_id) do nothing
            """;

    private static final String MEMBER = """
            select id, role from chat.members where tenant_id = :tenant and person_id = :person
            """;

    private final SystemTransaction system;
    private final Passwords passwords;
    private final MailedSecret secrets;
    private final SecondStep secondStep;
    private final Audit audit;
    private final Clock clock;

    Invitations(SystemTransaction system, Passwords passwords, MailedSecret secrets, SecondStep secondStep,
            Audit audit, Clock clock) {
        this.system = system;
        this.audit = audit;
        this.passwords = passwords;
        this.secrets = secrets;
        this.secondStep = secondStep;
        this.clock = clock;
    }

    /** @param isKnown whether the address has an account, which keeps its name and password */
    record Invitation(String email, String role, String inviter, String tenantName, String language,
            boolean isKnown) {}

    /** @param code of the second factor that somebody with an account may have */
    record NewPerson(@Nullable String name, @Nullable String password, @Nullable String code) {

        @Override
        public String toString() {
            return "NewPerson[withheld]";
        }
    }

    /** Fails when there is no such invitation any more. */
    Mono<Invitation> look(String token) {
        return system.in(db -> db.sql(LOOK)
                .bind("hash", secrets.hash(token))
                .bind("now", clock.instant())
                .map(row -> new Invitation(required(row, "email", String.class), required(row, "role", String.class),
                        required(row, "inviter", String.class), required(row, "tenant", String.class),
                        required(row, "language", String.class), required(row, "known", Boolean.class)))
                .one())
                .switchIfEmpty(over());
    }

    /**
     * The invitation stays good while the code of a second factor is missing or wrong.
     *
     * @param person as checked; name and password are needed of those who have no account
     */
    Mono<Member> accept(String token, Invitation invitation, NewPerson person) {
        if (invitation.isKnown()) {
            return join(token, invitation, person, null);
        }
        String password = PasswordRules.checkedLength(person.password(), "/password");
        return passwords.accepted(password, "/password", List.of(invitation.email(), invitation.tenantName()))
                .flatMap(hash -> join(token, invitation, person, hash));
    }

    private Mono<Member> join(String token, Invitation invitation, NewPerson person,
            @Nullable String hash) {
        Instant now = clock.instant();
        return system.in(db -> db.sql(TAKE)
                .bind("hash", secrets.hash(token))
                .bind("now", now)
                .map(Taken::of)
                .one()
                .flatMap(Invitations::open)
                .flatMap(taken -> person(db, taken, invitation, person, hash, now)
                        .flatMap(id -> secondStep.pass(db, id, person.code()).thenReturn(id))
                        .flatMap(id -> join(db, taken, id, now))
                        .flatMap(member -> audit.changedBy(db, member, Target.of("member", member.memberId()), null,
                                new JoinedSnapshot(taken.email(), member.role().word())).thenReturn(member))))
                .switchIfEmpty(over());
    }

    private record Taken(TenantId tenant, String email, String role, boolean suspended) {

        static Taken of(Readable row) {
            return new Taken(new TenantId(required(row, "tenant_id", UUID.class)),
                    required(row, "email", String.class), required(row, "role", String.class),
                    required(row, "suspended", Boolean.class));
        }
    }

    /** What was taken is given back with the failure, and good when the tenant is active again. */
    private static Mono<Taken> open(Taken taken) {
        return taken.suspended()
                ? Mono.error(() -> ProblemException.of(ProblemType.TENANT_SUSPENDED,
                        "Nobody joins this tenant until it is active again."))
                : Mono.just(taken);
    }

    private static Mono<UUID> person(DatabaseClient db, Taken taken, Invitation invitation, NewPerson person,
            @Nullable String hash, Instant now) {
        var sql = db.sql(PERSON)
                .bind("id", Ids.next())
                .bind("email", taken.email())
                .bind("name", person.name() == null ? taken.email() : person.name())
                .bind("locale", invitation.language())
                .bind("now", now);
        return (hash == null ? sql.bindNull("password", String.class) : sql.bind("password", hash))
                .mapValue(UUID.class)
                .one()
                // The account went in between; nothing is taken then.
                .switchIfEmpty(over());
    }

    /** Whoever has become a member meanwhile stays what they are. */
    private static Mono<Member> join(DatabaseClient db, Taken taken, UUID person, Instant now) {
        return db.sql(JOIN)
                .bind("tenant", taken.tenant().value())
                .bind("id", Ids.next())
                .bind("role", taken.role())
                .bind("now", now)
                .bind("person", person)
                .fetch()
                .rowsUpdated()
                .then(db.sql(MEMBER)
                        .bind("tenant", taken.tenant().value())
                        .bind("person", person)
                        .map(row -> new Member(taken.tenant(), required(row, "id", UUID.class), person,
                                Role.ofWord(required(row, "role", String.class)).orElseThrow()))
                        .one());
    }

    private static <T> Mono<T> over() {
        return Mono.error(() -> ProblemException.of(ProblemType.LINK_OVER,
                "The invitation was used, taken back or is too old. Ask for another."));
    }
}
