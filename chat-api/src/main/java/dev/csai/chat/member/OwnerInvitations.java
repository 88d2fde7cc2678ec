package dev.csai.chat.member;

import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.mail.Mails;
import dev.csai.chat.once.IdempotencyKey;
import dev.csai.chat.once.Once;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Owners whom operators ask to come, for a tenant that has none is nobody's to look after: the one who was asked may have
 * overlooked the mail, or it went to a wrong address. As soon as there is an owner, it is theirs to ask others.
 */
@Component
class OwnerInvitations {

    private static final String HAS_OWNER = """
            select exists (select from chat.members where tenant_id = :tenant and role = 'owner')
            """;
    private static final String TAKE_BACK = """
            delete from chat.invitations where tenant_id = :tenant and id = :id and role = 'owner' returning email
            """;

    private final SystemTransaction system;
    private final Inviting inviting;
    private final Mails mails;
    private final Once once;
    private final Audit audit;

    OwnerInvitations(SystemTransaction system, Inviting inviting, Mails mails, Once once, Audit audit) {
        this.system = system;
        this.inviting = inviting;
        this.mails = mails;
        this.once = once;
        this.audit = audit;
    }

    Mono<MemberView> invite(Operator operator, TenantId tenant, String email, IdempotencyKey idempotency) {
        return system.in(db -> once.in(db, idempotency.asking(email), MemberView.class,
                () -> ownerless(db, tenant)
                        .then(Mono.defer(() -> inviting.inviteOwner(db, tenant, email, operator.personId())))))
                .doOnNext(invited -> mails.sent());
    }

    /** Also where there is an owner: a link in a wrong mailbox is better gone. */
    Mono<Void> takeBack(TenantId tenant, UUID id) {
        return system.in(db -> db.sql(TAKE_BACK)
                .bind("tenant", tenant.value())
                .bind("id", id)
                .mapValue(String.class)
                .one()
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("invitation")))
                .flatMap(email -> audit.changed(db, tenant, Target.of("member", id),
                        MemberSnapshot.ofInvitedOwner(email), null)));
    }

    /** Whoever is accepting an invitation refers to the tenant's row, so they are a member by now, or after this. */
    private static Mono<Void> ownerless(DatabaseClient db, TenantId tenant) {
        return Members.lock(db, tenant)
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("tenant")))
                .then(db.sql(HAS_OWNER).bind("tenant", tenant.value()).mapValue(Boolean.class).one())
                .flatMap(owned -> owned
                        ? Mono.error(ProblemException.of(ProblemType.CONFLICT,
                                "This tenant has an owner, who decides who else is one."))
                        : Mono.empty());
    }
}
