package dev.csai.chat.member;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Role;
import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.identity.LoginThrottle;
import dev.csai.chat.identity.MailedSecret;
import dev.csai.chat.identity.PageLinks;
import dev.csai.chat.mail.Letter;
import dev.csai.chat.mail.Letter.Kind;
import dev.csai.chat.mail.Mails;
import dev.csai.chat.once.IdempotencyKey;
import dev.csai.chat.once.Once;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks somebody by mail to become a member. Whoever is invited again gets a new link for another week, and the former one
 * is over; nobody's mailbox is flooded by it.
 */
@Component
public class Inviting {

    private static final Duration LIFE = Duration.ofDays(7);
    private static final int MOST_OPEN = 100;

    private static final String IS_MEMBER = """
            select exists (select from chat.members where tenant_id = :tenant and email = :email)
            """;
    private static final String OPEN = """
            select count(*) from chat.invitations where tenant_id = :tenant and email <> :email
            """;
    private static final String NAMES = """
            select t.name as tenant, t.default_locale as language, m.name as inviter
            from chat.tenants t left join chat.members m on m.tenant_id = t.id and m.id = :member
            """;
    private static final String OPERATORS_NAMES = """
            select t.name as tenant, t.default_locale as language, p.name as inviter
            from chat.tenants t, chat.people p where t.id = :tenant and p.id = :operator
            """;
    private static final String INVITE = """
            insert into chat.invitations (tenant_id, id, email, role, inviter, token_hash, created_at, expires_at)
            values (:tenant, :id, :email, :role, :inviter, :hash, :now, :expires)
            on conflict (tenant_id, email) do update set role = excluded.role, inviter = excluded.inviter,
              token_hash = excluded.token_hash, expires_at = excluded.expires_at
            returning id
            """;

    private record Names(String tenant, String language, String inviter) {}

    private final TenantTransaction transactions;
    private final MailedSecret secrets;
    private final PageLinks links;
    private final Mails mails;
    private final LoginThrottle throttle;
    private final Once once;
    private final Audit audit;
    private final Clock clock;

    Inviting(TenantTransaction transactions, MailedSecret secrets, PageLinks links, Mails mails,
            LoginThrottle throttle, Once once, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.throttle = throttle;
        this.once = once;
        this.audit = audit;
        this.secrets = secrets;
        this.links = links;
        this.mails = mails;
        this.clock = clock;
    }

    Mono<MemberView> invite(Member caller, String email, Role role, IdempotencyKey idempotency) {
        Members.mayDecideAbout(caller, role == Role.OWNER);
        return transactions.in(caller.tenant(), db -> once.in(db, idempotency.asking(email, role), MemberView.class,
                () -> invite(db, caller, email, role)))
                .doOnNext(done -> mails.sent());
    }

    private Mono<MemberView> invite(DatabaseClient db, Member caller, String email, Role role) {
        return invite(db, caller.tenant(), email, role, names(db, caller));
    }

    private Mono<MemberView> invite(DatabaseClient db, TenantId tenant, String email, Role role, Mono<Names> inviting) {
        return mayInvite(db, tenant, email)
                .then(Mono.defer(() -> throttle.admitMail(email)))
                .then(Members.findInvited(db, tenant, email).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .flatMap(before -> inviting
                        .flatMap(names -> store(db, tenant, email, role, names))
                        .flatMap(after -> audit.changed(db, tenant, Target.of("member", after.id()),
                                before.map(MemberSnapshot::of).orElse(null), MemberSnapshot.of(after))
                                .thenReturn(after)));
    }

    /**
     * In the caller's transaction, with the system role: asks the first owner of a new tenant to come. The mail leaves
     * with the commit.
     *
     * @param operator in whose name
     */
    public Mono<Void> inviteFirst(DatabaseClient db, TenantId tenant, String email, UUID operator) {
        return throttle.admitMail(email)
                .then(names(db, tenant, operator))
                .flatMap(names -> store(db, tenant, email, Role.OWNER, names))
                .then();
    }

    /** The same for a tenant that is there, and told of in its log. */
    Mono<MemberView> inviteOwner(DatabaseClient db, TenantId tenant, String email, UUID operator) {
        return invite(db, tenant, email, Role.OWNER, names(db, tenant, operator));
    }

    private static Mono<Void> mayInvite(DatabaseClient db, TenantId tenant, String email) {
        Mono<Boolean> isMember = of(db, IS_MEMBER, tenant, email).mapValue(Boolean.class).one();
        Mono<Long> open = of(db, OPEN, tenant, email).mapValue(Long.class).one();
        return isMember.flatMap(member -> member ? conflict("This address is a member already.") : open)
                .flatMap(count -> count >= MOST_OPEN ? conflict("Too many invitations are open.") : Mono.empty());
    }

    private static GenericExecuteSpec of(DatabaseClient db, String sql, TenantId tenant, String email) {
        return db.sql(sql).bind("tenant", tenant.value()).bind("email", email);
    }

    private static <T> Mono<T> conflict(String detail) {
        return Mono.error(ProblemException.of(ProblemType.CONFLICT, detail));
    }

    private static Mono<Names> names(DatabaseClient db, Member caller) {
        return db.sql(NAMES).bind("member", caller.memberId()).map(Inviting::read).one();
    }

    private static Mono<Names> names(DatabaseClient db, TenantId tenant, UUID operator) {
        return db.sql(OPERATORS_NAMES)
                .bind("tenant", tenant.value())
                .bind("operator", operator)
                .map(Inviting::read)
                .one();
    }

    /** Whoever was removed a moment ago has no name here any more. */
    private static Names read(Readable row) {
        String tenant = String.valueOf(row.get("tenant", String.class));
        String inviter = row.get("inviter", String.class);
        return new Names(tenant, String.valueOf(row.get("language", String.class)), inviter == null ? tenant : inviter);
    }

    private Mono<MemberView> store(DatabaseClient db, TenantId tenant, String email, Role role, Names names) {
        String token = secrets.next();
        Instant now = clock.instant();
        return db.sql(INVITE)
                .bind("tenant", tenant.value())
                .bind("id", Ids.next())
                .bind("email", email)
                .bind("role", role.word())
                .bind("inviter", names.inviter())
                .bind("hash", secrets.hash(token))
                .bind("now", now)
                .bind("expires", now.plus(LIFE))
                .mapValue(UUID.class)
                .one()
                .flatMap(id -> mails.send(db, tenant, new Letter(Kind.INVITATION,
                        List.of(names.inviter(), names.tenant()), null, links.invitation(token)), email,
                        names.language())
                        .then(Members.find(db, tenant, id)));
    }
}
