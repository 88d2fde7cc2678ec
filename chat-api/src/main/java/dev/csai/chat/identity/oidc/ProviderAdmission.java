package dev.csai.chat.identity.oidc;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Role;
import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.identity.JoinedSnapshot;
import dev.csai.chat.identity.Passwords;
import dev.csai.shared.Ids;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whether somebody whom a provider vouches for may come in at its tenant. Members keep their role, others become one: in
 * the role they were invited in, or the default one, unless the tenant is suspended. Operators never come in this way,
 * owners only by a provider that an owner chose, and who was removed only with a new invitation.
 */
@Component
class ProviderAdmission {

    private static final String MAY_SPEAK = """
            select exists (select from chat.identity_provider_domains
              where tenant_id = :tenant and domain = :domain and verified_at is not null)
            """;
    private static final String IS_KNOWN = "select exists (select from chat.people where email = :email)";
    private static final String ADD_PERSON = """
            insert into chat.people (id, email, password_hash, name, locale, created_at)
            select :id, :email, :password, :name, t.default_locale, :now from chat.tenants t
            where t.id = :tenant and cast(:password as text) is not null
            on conflict (email) do nothing
            """;
    private static final String STANDING = """
            select p.id, p.operator, m.id as member, m.role, exists (select from chat.former_members f
              where f.tenant_id = :tenant and f.person_id = p.id) as former
            from chat.people p left join chat.members m on m.person_id = p.id and m.tenant_id = :tenant
            where p.email = :email
            """;
    private static final String IS_SUSPENDED = "select suspended_at is not null from chat.tenants where id = :tenant";
    private static final String TAKE_INVITATION = """
            delete from chat.invitations where tenant_id = :tenant and email = :email and expires_at > :now
            returning role
            """;
    private static final String JOIN = """
            insert into chat.members (tenant_id, id, person_id, role, email, name, created_at)
            select :tenant, :id, p.id, :role, p.email, p.name, :now from chat.people p where p.id = :person
            on conflict (tenant_id, person_id) do nothing returning id
            """;

    /**
     * @param member none for who is not one
     * @param role as a member
     */
    private record Standing(UUID person, boolean isOperator, @Nullable UUID member, @Nullable Role role,
            boolean wasRemoved) {}

    private final SystemTransaction system;
    private final Passwords passwords;
    private final Audit audit;
    private final Clock clock;

    ProviderAdmission(SystemTransaction system, Passwords passwords, Audit audit, Clock clock) {
        this.system = system;
        this.audit = audit;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** The person, who is a member then. */
    Mono<UUID> admit(Provider provider, Vouched vouched) {
        return system.in(db -> maySpeak(db, provider, vouched).then(isKnown(db, vouched)))
                .flatMap(known -> known
                        ? Mono.just(Optional.<String>empty())
                        : passwords.ofNobody().map(Optional::of))
                .flatMap(password -> system.in(db -> add(db, provider, vouched, password.orElse(null))
                        .then(standing(db, provider, vouched))
                        .flatMap(standing -> about(provider, standing)
                                .then(Mono.defer(() -> comeIn(db, provider, vouched, standing))))))
                .switchIfEmpty(Mono.error(() -> Refusals.notAllowed("the account is gone")));
    }

    private static Mono<Void> maySpeak(DatabaseClient db, Provider provider, Vouched vouched) {
        return Mono.justOrEmpty(DomainName.ofEmail(vouched.email()))
                .flatMap(domain -> db.sql(MAY_SPEAK).bind("tenant", provider.tenant().value()).bind("domain", domain)
                        .mapValue(Boolean.class).one())
                .filter(may -> may)
                .switchIfEmpty(Mono.error(() -> Refusals.notAccepted("the address is not of a domain of the tenant")))
                .then();
    }

    private static Mono<Boolean> isKnown(DatabaseClient db, Vouched vouched) {
        return db.sql(IS_KNOWN).bind("email", vouched.email()).mapValue(Boolean.class).one();
    }

    private Mono<Long> add(DatabaseClient db, Provider provider, Vouched vouched, @Nullable String password) {
        return db.sql(ADD_PERSON)
                .bind("tenant", provider.tenant().value())
                .bind("id", Ids.next())
                .bind("email", vouched.email())
                .bind("password", Parameters.in(R2dbcType.VARCHAR, password))
                .bind("name", vouched.name())
                .bind("now", clock.instant())
                .fetch().rowsUpdated();
    }

    private static Mono<Standing> standing(DatabaseClient db, Provider provider, Vouched vouched) {
        return db.sql(STANDING)
                .bind("tenant", provider.tenant().value())
                .bind("email", vouched.email())
                .map(ProviderAdmission::standing)
                .one();
    }

    private Mono<Void> about(Provider provider, Standing standing) {
        return standing.member() == null
                ? Mono.empty()
                : audit.about(provider.tenant(), Target.of("member", standing.member()));
    }

    private Mono<UUID> comeIn(DatabaseClient db, Provider provider, Vouched vouched, Standing standing) {
        if (standing.isOperator()) {
            return Mono.error(Refusals.notAllowed("operators sign in with their own password"));
        }
        Role role = standing.role();
        return role == null
                ? mayJoin(db, provider).then(Mono.defer(() -> join(db, provider, vouched, standing)))
                : checkOwner(provider, role).thenReturn(standing.person());
    }

    private static Mono<Void> mayJoin(DatabaseClient db, Provider provider) {
        return db.sql(IS_SUSPENDED).bind("tenant", provider.tenant().value()).mapValue(Boolean.class).one()
                .filter(suspended -> !suspended)
                .switchIfEmpty(Mono.error(Refusals::suspended))
                .then();
    }

    private Mono<UUID> join(DatabaseClient db, Provider provider, Vouched vouched, Standing standing) {
        return db.sql(TAKE_INVITATION)
                .bind("tenant", provider.tenant().value())
                .bind("email", vouched.email())
                .bind("now", clock.instant())
                .map(row -> role(required(row, "role", String.class)))
                .one()
                .switchIfEmpty(Mono.defer(() -> standing.wasRemoved()
                        ? Mono.error(Refusals.notAllowed("was removed and not invited again"))
                        : Mono.just(provider.defaultRole())))
                .flatMap(role -> checkOwner(provider, role).then(add(db, provider, vouched, standing, role)))
                .thenReturn(standing.person());
    }

    private static Mono<Void> checkOwner(Provider provider, Role role) {
        return role == Role.OWNER && !provider.chosenByOwner()
                ? Mono.error(Refusals.notAllowed("no owner has chosen this provider"))
                : Mono.empty();
    }

    /** Of who is a member meanwhile there is nothing to tell. */
    private Mono<Void> add(DatabaseClient db, Provider provider, Vouched vouched, Standing standing, Role role) {
        return db.sql(JOIN)
                .bind("tenant", provider.tenant().value())
                .bind("id", Ids.next())
                .bind("person", standing.person())
                .bind("role", role.word())
                .bind("now", clock.instant())
                .mapValue(UUID.class)
                .one()
                .map(id -> new Member(provider.tenant(), id, standing.person(), role, true))
                .flatMap(member -> audit.changedBy(db, member, Target.of("member", member.memberId()), null,
                        new JoinedSnapshot(vouched.email(), role.word())));
    }

    private static Standing standing(Readable row) {
        String role = row.get("role", String.class);
        return new Standing(required(row, "id", UUID.class), required(row, "operator", Boolean.class),
                row.get("member", UUID.class), role == null ? null : role(role),
                required(row, "former", Boolean.class));
    }

    private static Role role(String word) {
        return Role.ofWord(word).orElseThrow();
    }
}
