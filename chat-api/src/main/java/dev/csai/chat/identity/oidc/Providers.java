package dev.csai.chat.identity.oidc;

import static dev.csai.chat.db.Columns.required;

import dev.csai.chat.access.Caller.Member;
import dev.csai.chat.access.Role;
import dev.csai.chat.audit.Audit;
import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.identity.oidc.ProviderTable.Chosen;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a tenant sets up: its identity provider, and proofs of the domains whose people it may name. */
@Component
class Providers {

    private static final String DOMAIN = """
            select code, verified_at is not null as verified from chat.identity_provider_domains
            where tenant_id = :tenant and domain = :domain
            """;
    private static final String VERIFIED = """
            update chat.identity_provider_domains set verified_at = :now
            where tenant_id = :tenant and domain = :domain and code = :code and verified_at is null
            """;

    private record Claim(String code, boolean isVerified) {}

    private final TenantTransaction transactions;
    private final ProviderTable table;
    private final ClientSecrets secrets;
    private final Discovery discovery;
    private final DomainProof proof;
    private final Audit audit;
    private final Clock clock;

    Providers(TenantTransaction transactions, ProviderTable table, ClientSecrets secrets, Discovery discovery,
            DomainProof proof, Audit audit, Clock clock) {
        this.audit = audit;
        this.transactions = transactions;
        this.table = table;
        this.secrets = secrets;
        this.discovery = discovery;
        this.proof = proof;
        this.clock = clock;
    }

    Mono<ProviderView> view(TenantId tenant) {
        return transactions.in(tenant, db -> table.view(db, tenant)).switchIfEmpty(none());
    }

    /** One that is to be used must answer as a provider does. */
    Mono<ProviderView> put(Member caller, ProviderSettings settings) {
        Mono<?> isThere = settings.enabled() ? discovery.read(settings.issuer()) : Mono.empty();
        return isThere
                .onErrorMap(ProblemException.class, failure -> ProblemException.invalid("/issuer", "unreachable",
                        "No OpenID provider of exactly this name answers there."))
                .then(Mono.defer(() -> store(caller, settings)));
    }

    Mono<Void> remove(TenantId tenant) {
        return transactions.in(tenant, db -> table.lock(db, tenant)
                .then(changing(db, tenant, false, table.remove(db, tenant))));
    }

    /** Fails when the domain's zone does not say so, or when the domain is another tenant's. */
    Mono<ProviderView> verify(TenantId tenant, String domain) {
        return transactions.in(tenant, db -> db.sql(DOMAIN).bind("tenant", tenant.value()).bind("domain", domain)
                .map(row -> new Claim(required(row, "code", String.class), required(row, "verified", Boolean.class)))
                .one())
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("domain")))
                .flatMap(claim -> claim.isVerified() ? Mono.empty() : prove(tenant, domain, claim.code()))
                .then(Mono.defer(() -> view(tenant)));
    }

    private Mono<ProviderView> store(Member caller, ProviderSettings settings) {
        TenantId tenant = caller.tenant();
        Instant now = clock.instant();
        return transactions.in(tenant, db -> table.lock(db, tenant)
                .map(Optional::of).defaultIfEmpty(Optional.empty())
                .map(chosen -> sealedSecret(tenant, settings, chosen))
                .flatMap(sealed -> changing(db, tenant, settings.clientSecret() != null,
                        table.store(db, tenant, settings, sealed, caller.role() == Role.OWNER, now)))
                .then(Mono.defer(() -> table.view(db, tenant))));
    }

    /** Makes a change and tells of it. */
    private Mono<Void> changing(DatabaseClient db, TenantId tenant, boolean newSecret, Mono<?> change) {
        return snapshot(db, tenant)
                .flatMap(before -> change.then(Mono.defer(() -> snapshot(db, tenant)))
                        .flatMap(after -> audit.changed(db, tenant, null, before.orElse(null),
                                after.map(known -> known.withNewSecret(newSecret)).orElse(null))));
    }

    private Mono<Optional<ProviderSnapshot>> snapshot(DatabaseClient db, TenantId tenant) {
        return table.snapshot(db, tenant).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    /** A known secret goes on to nobody else than to whom it was given for. */
    private String sealedSecret(TenantId tenant, ProviderSettings settings, Optional<Chosen> chosen) {
        String given = settings.clientSecret();
        if (given != null) {
            return secrets.seal(tenant, given);
        }
        return chosen.filter(known -> known.issuer().equals(settings.issuer())
                && known.clientId().equals(settings.clientId()))
                .map(Chosen::sealedSecret)
                .orElseThrow(() -> ProblemException.invalid("/clientSecret", "required",
                        "A new issuer or client comes with its secret."));
    }

    private Mono<Void> prove(TenantId tenant, String domain, String code) {
        return proof.require(domain, code)
                .then(Mono.defer(() -> transactions.in(tenant, db -> changing(db, tenant, false, db.sql(VERIFIED)
                        .bind("now", clock.instant())
                        .bind("tenant", tenant.value())
                        .bind("domain", domain)
                        .bind("code", code)
                        .fetch().rowsUpdated()))))
                .onErrorMap(DuplicateKeyException.class, taken -> ProblemException.of(ProblemType.CONFLICT,
                        "Another tenant has proven this domain."))
                .then();
    }

    private static <T> Mono<T> none() {
        return Mono.error(() -> ProblemException.notFound("identity provider"));
    }
}
