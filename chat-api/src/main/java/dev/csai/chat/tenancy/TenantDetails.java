package dev.csai.chat.tenancy;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.knowledge.DocumentCounts;
import dev.csai.chat.tenancy.TenantDetail.Counts;
import dev.csai.chat.tenancy.TenantDetail.Owner;
import dev.csai.chat.tenant.Tenants;
import dev.csai.chat.usage.Usages;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads one tenant for operators, bound to that tenant as its own people are: a slip here shows no other's rows. */
@Component
class TenantDetails {

    private static final String STANDING = """
            select t.suspended_at, t.suspended_reason,
              (select count(*) from chat.members m where m.tenant_id = t.id) as members,
              (select count(*) from chat.invitations i where i.tenant_id = t.id) as invited,
              (select count(*) from chat.api_keys k where k.tenant_id = t.id and k.revoked_at is null
                and (k.expires_at is null or k.expires_at > :now)) as keys,
              (select count(*) from chat.conversations c where c.tenant_id = t.id) as conversations
            from chat.tenants t where t.id = :tenant
            """;

    /** Nobody has so many. */
    private static final String OWNERS = """
            select id, email, name, 'active' as status from chat.members where tenant_id = :tenant and role = 'owner'
            union all
            select id, email, null, 'invited' from chat.invitations where tenant_id = :tenant and role = 'owner'
            order by id limit 100
            """;

    private final TenantTransaction transaction;
    private final Tenants tenants;
    private final Usages usages;
    private final DocumentCounts documents;
    private final Clock clock;

    TenantDetails(TenantTransaction transaction, Tenants tenants, Usages usages, DocumentCounts documents,
            Clock clock) {
        this.transaction = transaction;
        this.tenants = tenants;
        this.usages = usages;
        this.documents = documents;
        this.clock = clock;
    }

    private record Standing(@Nullable Suspension suspension, Counts counts) {}

    private record House(Standing standing, List<Owner> owners) {}

    Mono<TenantDetail> of(TenantId tenant) {
        return tenants.profile(tenant)
                .flatMap(profile -> Mono.zip(house(tenant), usages.current(tenant), documents.of(tenant))
                        .map(all -> {
                            Standing standing = all.getT1().standing();
                            Suspension suspension = standing.suspension();
                            return new TenantDetail(profile, suspension == null ? Status.ACTIVE : Status.SUSPENDED,
                                    suspension, all.getT1().owners(), standing.counts(), all.getT2(), all.getT3());
                        }));
    }

    private Mono<House> house(TenantId tenant) {
        return transaction.in(tenant, db -> standing(db, tenant)
                .flatMap(standing -> owners(db, tenant).map(owners -> new House(standing, owners))));
    }

    private Mono<Standing> standing(DatabaseClient db, TenantId tenant) {
        return db.sql(STANDING)
                .bind("tenant", tenant.value())
                .bind("now", clock.instant())
                .map(TenantDetails::standing)
                .one()
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("tenant")));
    }

    private static Mono<List<Owner>> owners(DatabaseClient db, TenantId tenant) {
        return db.sql(OWNERS)
                .bind("tenant", tenant.value())
                .map(row -> new Owner(required(row, "id", UUID.class), required(row, "email", String.class),
                        row.get("name", String.class), required(row, "status", String.class)))
                .all()
                .collectList();
    }

    private static Standing standing(Readable row) {
        Instant since = row.get("suspended_at", Instant.class);
        return new Standing(
                since == null ? null : new Suspension(since, required(row, "suspended_reason", String.class)),
                new Counts(required(row, "members", Long.class), required(row, "invited", Long.class),
                        required(row, "keys", Long.class), required(row, "conversations", Long.class)));
    }
}
