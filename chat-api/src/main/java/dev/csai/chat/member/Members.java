package dev.csai.chat.member;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.KnownMembers;
import dev.csai.chat.access.Role;
import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.web.Page;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Who belongs to a tenant. Only owners decide about owners, and a tenant never loses its last one: changes wait for
 * each other at the tenant's row. Whoever is removed, or gets another role, has no use of the tokens they have.
 */
@Component
class Members {

    private static final String ALL = """
            select id, email, name, role, 'active' as status, created_at, null::timestamptz as expires_at
            from chat.members where tenant_id = :tenant
            union all
            select id, email, null, role, 'invited', created_at, expires_at
            from chat.invitations where tenant_id = :tenant
            """;
    private static final String PAGE = "select * from (" + ALL + """
            ) people where cast(:after as uuid) is null or id > :after order by id limit :limit
            """;
    private static final String ONE = "select * from (" + ALL + ") people where id = :id";
    private static final String INVITED = "select * from (" + ALL + """
            ) people where email = :email and status = 'invited'
            """;

    private static final String LOCK = "select id from chat.tenants where id = :tenant for update";
    private static final String OWNERS = "select count(*) from chat.members where role = 'owner'";

    private static final String UNINVITE = "delete from chat.invitations where id = :id";
    /** Or the tenant's identity provider, which may know the person still, would bring them back. */
    private static final String REMOVE = """
            with gone as (delete from chat.members where id = :id returning tenant_id, person_id)
            insert into chat.former_members (tenant_id, person_id, removed_at) select tenant_id, person_id, :now from gone
            on conflict (tenant_id, person_id) do update set removed_at = excluded.removed_at
            """;

    private final TenantTransaction transactions;
    private final KnownMembers known;
    private final Audit audit;
    private final Clock clock;

    Members(TenantTransaction transactions, KnownMembers known, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.known = known;
        this.audit = audit;
        this.clock = clock;
    }

    /** By the time they came. */
    Mono<Page<MemberView>> page(TenantId tenant, int limit, @Nullable UUID after) {
        return transactions.in(tenant, db -> {
            GenericExecuteSpec query = db.sql(PAGE).bind("tenant", tenant.value()).bind("limit", limit + 1);
            return (after == null ? query.bindNull("after", UUID.class) : query.bind("after", after))
                    .map(Members::view).all().collectList();
        }).map(people -> Page.of(people, limit, person -> person.id().toString()));
    }

    Mono<MemberView> change(Member caller, UUID id, Role role) {
        return transactions.in(caller.tenant(), db -> locked(db, caller.tenant(), id)
                .flatMap(before -> mayChange(db, caller, before, role)
                        .then(write(db, before, role))
                        .then(find(db, caller.tenant(), id))
                        .flatMap(after -> audit.changed(db, caller.tenant(), Target.of("member", id),
                                MemberSnapshot.of(before), MemberSnapshot.of(after)).thenReturn(after))))
                .doOnNext(changed -> known.forget(caller.tenant(), id));
    }

    Mono<Void> remove(Member caller, UUID id) {
        return transactions.in(caller.tenant(), db -> locked(db, caller.tenant(), id)
                .flatMap(person -> mayChange(db, caller, person, null)
                        // Before the row is gone from which an owner who leaves has their name.
                        .then(audit.changed(db, caller.tenant(), Target.of("member", id), MemberSnapshot.of(person),
                                null))
                        .then(remove(db, person))))
                .doOnNext(removed -> known.forget(caller.tenant(), id))
                .then();
    }

    /** @throws ProblemException if somebody who is no owner decides about an owner */
    static void mayDecideAbout(Member caller, boolean owner) {
        if (owner && caller.role() != Role.OWNER) {
            throw ProblemException.of(ProblemType.FORBIDDEN, "Only an owner decides who is an owner.");
        }
    }

    /** In the caller's transaction: what is decided there about members waits for each other. Empty without a tenant. */
    static Mono<UUID> lock(DatabaseClient db, TenantId tenant) {
        return db.sql(LOCK).bind("tenant", tenant.value()).mapValue(UUID.class).one();
    }

    /** In the caller's transaction. */
    static Mono<MemberView> find(DatabaseClient db, TenantId tenant, UUID id) {
        return db.sql(ONE).bind("tenant", tenant.value()).bind("id", id).map(Members::view).one();
    }

    /** In the caller's transaction: somebody who is invited and has not come yet. */
    static Mono<MemberView> findInvited(DatabaseClient db, TenantId tenant, String email) {
        return db.sql(INVITED).bind("tenant", tenant.value()).bind("email", email).map(Members::view).one();
    }

    private static Mono<MemberView> locked(DatabaseClient db, TenantId tenant, UUID id) {
        return lock(db, tenant)
                .then(find(db, tenant, id))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("member")));
    }

    /** @param role that the person is to have; none for being removed */
    private static Mono<Void> mayChange(DatabaseClient db, Member caller, MemberView person, @Nullable Role role) {
        mayDecideAbout(caller, person.isOwner() || role == Role.OWNER);
        if (!person.isOwner() || person.isInvited() || role == Role.OWNER) {
            return Mono.empty();
        }
        return db.sql(OWNERS).mapValue(Long.class).one().flatMap(owners -> owners > 1
                ? Mono.empty()
                : Mono.error(ProblemException.of(ProblemType.CONFLICT,
                        "This is the last owner. Make somebody else an owner first.")));
    }

    private static Mono<Long> write(DatabaseClient db, MemberView person, Role role) {
        String table = person.isInvited() ? "invitations" : "members";
        return db.sql("update chat.%s set role = :role where id = :id".formatted(table))
                .bind("id", person.id())
                .bind("role", role.word())
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> remove(DatabaseClient db, MemberView person) {
        GenericExecuteSpec sql = person.isInvited() ? db.sql(UNINVITE) : db.sql(REMOVE).bind("now", clock.instant());
        return sql.bind("id", person.id()).fetch().rowsUpdated();
    }

    private static MemberView view(Readable row) {
        return new MemberView(required(row, "id", UUID.class), required(row, "email", String.class),
                row.get("name", String.class), required(row, "role", String.class),
                required(row, "status", String.class), required(row, "created_at", Instant.class),
                row.get("expires_at", Instant.class));
    }
}
