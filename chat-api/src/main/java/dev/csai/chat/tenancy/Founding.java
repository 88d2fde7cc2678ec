package dev.csai.chat.tenancy;

import dev.csai.chat.access.Caller.Operator;
import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Snapshot;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.SystemTransaction;
import dev.csai.chat.mail.Mails;
import dev.csai.chat.member.Inviting;
import dev.csai.chat.once.IdempotencyKey;
import dev.csai.chat.once.Once;
import dev.csai.chat.tenant.Establishing;
import dev.csai.chat.tenant.NewProfile;
import dev.csai.shared.TenantId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Founds a tenant for somebody who is asked by mail to be its owner, all of it or nothing. */
@Component
class Founding {

    private final SystemTransaction system;
    private final Establishing establishing;
    private final Inviting inviting;
    private final Mails mails;
    private final Once once;
    private final Audit audit;
    private final Clock clock;

    Founding(SystemTransaction system, Establishing establishing, Inviting inviting, Mails mails, Once once,
            Audit audit, Clock clock) {
        this.system = system;
        this.establishing = establishing;
        this.inviting = inviting;
        this.mails = mails;
        this.once = once;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param owner who is invited */
    private record FoundedSnapshot(String name, @Nullable String industry, String defaultLocale,
            List<String> languages, int requestsPerMinute, String owner) implements Snapshot {

        static FoundedSnapshot of(NewProfile profile, String owner) {
            return new FoundedSnapshot(profile.name(), profile.industry(), profile.defaultLocale(),
                    profile.languages(), Establishing.REQUESTS_PER_MINUTE, owner);
        }
    }

    Mono<ListedTenant> found(Operator operator, NewProfile profile, String owner, IdempotencyKey idempotency) {
        return system.in(db -> once.in(db,
                idempotency.asking(profile, owner), ListedTenant.class,
                () -> found(db, operator, profile, owner)))
                .doOnNext(founded -> mails.sent());
    }

    private Mono<ListedTenant> found(DatabaseClient db, Operator operator, NewProfile profile, String owner) {
        return establishing.begin(db, profile)
                .flatMap(tenant -> inviting.inviteFirst(db, tenant, owner, operator.personId())
                        .then(audit.changed(db, tenant, Target.of("tenant", tenant.value()), null,
                                FoundedSnapshot.of(profile, owner)))
                        .thenReturn(listed(tenant, profile)));
    }

    private ListedTenant listed(TenantId tenant, NewProfile profile) {
        return new ListedTenant(tenant.value(), profile.name(), profile.industry(), Status.ACTIVE,
                Establishing.REQUESTS_PER_MINUTE, clock.instant(), 0, 0, 0);
    }
}
