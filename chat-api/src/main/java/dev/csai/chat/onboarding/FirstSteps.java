package dev.csai.chat.onboarding;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.audit.Audit;
import dev.csai.chat.audit.Snapshot;
import dev.csai.chat.audit.Target;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.onboarding.Onboarding.FirstStep;
import dev.csai.chat.onboarding.Onboarding.Name;
import dev.csai.shared.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads a tenant's first steps off what there is. What they leave behind may be deleted; then they are to be taken again. */
@Component
public class FirstSteps {

    /**
     * A page that is not of this server has to be allowed before a key is of use there, so one that is used and has
     * origins counts as seen. That a key was used is written down after a while, a conversation at once.
     */
    private static final String READ = """
            select
              exists (select from chat.documents d
                join ingest.documents_v1 i on i.tenant_id = d.tenant_id and i.document_id = d.id
                where d.tenant_id = :tenant and d.deleted_at is null and i.active_generation_id is not null)
                as knowledge,
              exists (select from chat.onboarding o where o.tenant_id = :tenant and o.tried_at is not null) as tried,
              exists (select from chat.api_keys k
                where k.tenant_id = :tenant and k.kind = 'publishable' and cardinality(k.allowed_origins) > 0
                  and (k.last_used_at is not null
                    or exists (select from chat.conversations c where c.tenant_id = :tenant))) as embedded,
              exists (select from chat.messages m where m.tenant_id = :tenant and m.outcome = 'answered') as answered,
              exists (select from chat.onboarding o where o.tenant_id = :tenant and o.dismissed_at is not null)
                as dismissed
            """;

    private static final String TRIED = """
            insert into chat.onboarding as o (tenant_id, tried_at) values (:tenant, :now)
            on conflict (tenant_id) do update set tried_at = excluded.tried_at where o.tried_at is null
            """;

    private static final String DISMISS = """
            insert into chat.onboarding (tenant_id, dismissed_at)
            values (:tenant, case when :dismissed then cast(:now as timestamptz) end)
            on conflict (tenant_id) do update set dismissed_at = excluded.dismissed_at
            """;

    private final TenantTransaction transaction;
    private final Audit audit;
    private final Clock clock;

    FirstSteps(TenantTransaction transaction, Audit audit, Clock clock) {
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    private record OnboardingSnapshot(boolean dismissed) implements Snapshot {}

    /** Notes that a member has tried the assistant. */
    public Mono<Void> tried(TenantId tenant) {
        return transaction.in(tenant, db -> db.sql(TRIED)
                .bind("tenant", tenant.value())
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated())
                .then();
    }

    Mono<Onboarding> of(TenantId tenant) {
        return transaction.in(tenant, db -> read(db, tenant));
    }

    Mono<Onboarding> dismiss(TenantId tenant, boolean dismissed) {
        return transaction.in(tenant, db -> read(db, tenant)
                .flatMap(before -> db.sql(DISMISS)
                        .bind("tenant", tenant.value())
                        .bind("dismissed", dismissed)
                        .bind("now", clock.instant())
                        .fetch()
                        .rowsUpdated()
                        .then(audit.changed(db, tenant, Target.of("tenant", tenant.value()),
                                new OnboardingSnapshot(before.dismissed()), new OnboardingSnapshot(dismissed)))
                        .thenReturn(new Onboarding(before.steps(), dismissed))));
    }

    private static Mono<Onboarding> read(DatabaseClient db, TenantId tenant) {
        return db.sql(READ).bind("tenant", tenant.value()).map(FirstSteps::onboarding).one();
    }

    private static Onboarding onboarding(Readable row) {
        List<FirstStep> steps = Stream.of(Name.values())
                .map(name -> new FirstStep(name, required(row, name.name().toLowerCase(Locale.ROOT), Boolean.class)))
                .toList();
        return new Onboarding(steps, required(row, "dismissed", Boolean.class));
    }
}
