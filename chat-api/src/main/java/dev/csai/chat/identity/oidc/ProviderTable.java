package dev.csai.chat.identity.oidc;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.identity.PageLinks;
import dev.csai.shared.TenantId;
import io.r2dbc.spi.Readable;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The rows of a tenant's identity provider and its domains, each statement in the caller's transaction. */
@Component
class ProviderTable {

    private static final String PROVIDER = """
            select issuer, client_id, client_secret_sealed, default_role, enabled, trusts_email, chosen_by_owner
            from chat.identity_providers where tenant_id = :tenant
            """;
    private static final String DOMAINS = """
            select domain, code, verified_at is not null as verified from chat.identity_provider_domains
            where tenant_id = :tenant order by created_at, domain
            """;

    /** What an admin changes of whom to trust is not what an owner chose. */
    private static final String STORE = """
            insert into chat.identity_providers as p (tenant_id, issuer, client_id, client_secret_sealed, default_role,
              trusts_email, chosen_by_owner, enabled, created_at, updated_at)
            values (:tenant, :issuer, :client, :secret, :role, :trusts, :owner, :enabled, :now, :now)
            on conflict (tenant_id) do update set issuer = excluded.issuer, client_id = excluded.client_id,
              client_secret_sealed = excluded.client_secret_sealed, default_role = excluded.default_role,
              trusts_email = excluded.trusts_email, enabled = excluded.enabled, updated_at = excluded.updated_at,
              chosen_by_owner = excluded.chosen_by_owner or p.chosen_by_owner and p.issuer = excluded.issuer
                and p.client_id = excluded.client_id and p.trusts_email = excluded.trusts_email
            """;
    private static final String LEAVE_OUT = """
            delete from chat.identity_provider_domains
            where tenant_id = :tenant and domain <> all (cast(:domains as text[]))
            """;
    private static final String ADD = """
            insert into chat.identity_provider_domains (tenant_id, domain, code, created_at)
            select :tenant, d.domain, d.code, :now
            from unnest(cast(:domains as text[]), cast(:codes as text[])) as d (domain, code)
            on conflict (tenant_id, domain) do nothing
            """;
    private static final String REMOVE = "delete from chat.identity_providers where tenant_id = :tenant";

    private final DomainProof proof;
    private final PageLinks links;

    ProviderTable(DomainProof proof, PageLinks links) {
        this.proof = proof;
        this.links = links;
    }

    /** Whom the tenant trusts at present. */
    record Chosen(String issuer, String clientId, String sealedSecret) {}

    /** Empty when the tenant has none. */
    Mono<ProviderView> view(DatabaseClient db, TenantId tenant) {
        return read(db, tenant, (view, byOwner) -> view);
    }

    /** Empty when the tenant has none. */
    Mono<ProviderSnapshot> snapshot(DatabaseClient db, TenantId tenant) {
        return read(db, tenant, ProviderSnapshot::of);
    }

    private <T> Mono<T> read(DatabaseClient db, TenantId tenant, BiFunction<ProviderView, Boolean, T> as) {
        return db.sql(DOMAINS).bind("tenant", tenant.value()).map(ProviderTable::domain).all().collectList()
                .flatMap(domains -> db.sql(PROVIDER).bind("tenant", tenant.value())
                        .map(row -> as.apply(view(row, links.callback(tenant), domains),
                                required(row, "chosen_by_owner", Boolean.class)))
                        .one());
    }

    /** Until the transaction's end nobody else changes it. */
    Mono<Chosen> lock(DatabaseClient db, TenantId tenant) {
        return db.sql(PROVIDER + " for update").bind("tenant", tenant.value())
                .map(row -> new Chosen(required(row, "issuer", String.class), required(row, "client_id", String.class),
                        required(row, "client_secret_sealed", String.class)))
                .one();
    }

    Mono<Void> store(DatabaseClient db, TenantId tenant, ProviderSettings settings, String sealedSecret,
            boolean byOwner, Instant now) {
        return db.sql(STORE)
                .bind("tenant", tenant.value())
                .bind("issuer", settings.issuer())
                .bind("client", settings.clientId())
                .bind("secret", sealedSecret)
                .bind("role", settings.defaultRole().word())
                .bind("trusts", settings.trustsEmail())
                .bind("owner", byOwner)
                .bind("enabled", settings.enabled())
                .bind("now", now)
                .fetch().rowsUpdated()
                .then(storeDomains(db, tenant, settings.domains(), now));
    }

    private Mono<Void> storeDomains(DatabaseClient db, TenantId tenant, List<String> domains, Instant now) {
        String[] names = domains.toArray(String[]::new);
        String[] codes = Stream.generate(proof::newCode).limit(names.length).toArray(String[]::new);
        return db.sql(LEAVE_OUT).bind("tenant", tenant.value()).bind("domains", names).fetch().rowsUpdated()
                .then(db.sql(ADD).bind("tenant", tenant.value()).bind("domains", names).bind("codes", codes)
                        .bind("now", now).fetch().rowsUpdated())
                .then();
    }

    Mono<Long> remove(DatabaseClient db, TenantId tenant) {
        return db.sql(REMOVE).bind("tenant", tenant.value()).fetch().rowsUpdated();
    }

    private static ProviderView view(Readable row, URI redirectUri, List<ProviderView.Domain> domains) {
        return new ProviderView(required(row, "issuer", String.class), required(row, "client_id", String.class),
                required(row, "default_role", String.class), required(row, "enabled", Boolean.class),
                required(row, "trusts_email", Boolean.class), redirectUri, domains);
    }

    private static ProviderView.Domain domain(Readable row) {
        String domain = required(row, "domain", String.class);
        return new ProviderView.Domain(domain, required(row, "verified", Boolean.class),
                DomainProof.recordName(domain), DomainProof.recordValue(required(row, "code", String.class)));
    }
}
