package dev.csai.chat.identity.oidc;

import dev.csai.chat.audit.Audit;
import dev.csai.chat.identity.PageLinks;
import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The authorization code flow, from the address that somebody typed to the person whom the provider vouches for. */
@Component
class OidcSignIn {

    private static final Logger log = LoggerFactory.getLogger(OidcSignIn.class);

    private final TrustedProviders providers;
    private final Discovery discovery;
    private final Attempts attempts;
    private final CodeExchange exchange;
    private final IdTokens idTokens;
    private final ProviderAdmission admission;
    private final PageLinks links;
    private final Audit audit;

    OidcSignIn(TrustedProviders providers, Discovery discovery, Attempts attempts, CodeExchange exchange,
            IdTokens idTokens, ProviderAdmission admission, PageLinks links, Audit audit) {
        this.providers = providers;
        this.discovery = discovery;
        this.attempts = attempts;
        this.exchange = exchange;
        this.idTokens = idTokens;
        this.admission = admission;
        this.links = links;
        this.audit = audit;
    }

    /** @param browser what it has to keep until it comes back */
    record Departure(URI redirectUrl, String browser) {

        @Override
        public String toString() {
            return "Departure[withheld]";
        }
    }

    /**
     * What a browser brings back.
     *
     * @param code none when the provider let nobody in
     * @param issuer who says it is the provider's answer (RFC 9207); not every provider does
     * @param browser what it has kept
     */
    record Return(@Nullable String code, String state, @Nullable String issuer, String browser) {

        @Override
        public String toString() {
            return "Return[withheld]";
        }
    }

    record Arrival(UUID person, TenantId tenant, String issuer) {}

    /** Fails as not found when nobody has set this up for the domain. */
    Mono<Departure> depart(String email) {
        return Mono.justOrEmpty(DomainName.ofEmail(email))
                .flatMap(providers::ofDomain)
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("identity provider for this address")))
                .flatMap(provider -> discovery.of(provider.issuer())
                        .flatMap(metadata -> attempts.begin(provider)
                                .map(attempt -> new Departure(AuthorizationUrl.of(metadata, provider, attempt,
                                        links.callback(provider.tenant()), email), attempt.browser()))));
    }

    Mono<Arrival> arrive(TenantId tenant, Return returned) {
        return attempts.take(tenant, returned.state(), returned.browser())
                .switchIfEmpty(Mono.error(Refusals::over))
                // A way that was begun is the tenant's to know of; anybody can make up another.
                .flatMap(attempt -> audit.about(tenant, null).then(providers.ofTenant(tenant, attempt.issuer()))
                        .switchIfEmpty(Mono.error(() -> Refusals.notAccepted("the tenant has another provider now")))
                        .flatMap(provider -> arrive(provider, attempt, returned)))
                .doOnError(ProblemException.class,
                        refusal -> log.info("Nobody came in at tenant {}: {}", tenant, refusal.detail()));
    }

    private Mono<Arrival> arrive(Provider provider, Attempt attempt, Return returned) {
        String code = returned.code();
        if (code == null) {
            return Mono.error(Refusals.notAccepted("the provider let nobody in"));
        }
        if (returned.issuer() != null && !returned.issuer().equals(provider.issuer())) {
            return Mono.error(Refusals.notAccepted("the answer is another provider's"));
        }
        return discovery.of(provider.issuer())
                .flatMap(metadata -> vouched(provider, metadata, attempt, code))
                .flatMap(vouched -> admission.admit(provider, vouched))
                .map(person -> new Arrival(person, provider.tenant(), provider.issuer()));
    }

    private Mono<Vouched> vouched(Provider provider, ProviderMetadata metadata, Attempt attempt, String code) {
        return exchange.idToken(provider, metadata, attempt, code)
                .flatMap(token -> discovery.keys(provider.issuer(), metadata)
                        .flatMap(keys -> idTokens.read(token, provider, metadata, keys, attempt)));
    }
}
