package dev.csai.chat.identity.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import dev.csai.shared.egress.AddressPolicy;
import dev.csai.shared.egress.AddressRefused;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What a provider publishes of itself (OpenID Connect Discovery 1.0, section 3), as far as it matters here. */
record ProviderMetadata(URI authorizationEndpoint, URI tokenEndpoint, URI jwksUri, Set<JWSAlgorithm> algorithms,
        boolean takesBasic) {

    /** Never "none", and none by which a client secret could sign in the provider's place. */
    private static final List<JWSAlgorithm> GOOD = List.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final String BASIC = "client_secret_basic";
    private static final String POST = "client_secret_post";

    ProviderMetadata {
        algorithms = Set.copyOf(algorithms);
    }

    /** The document, as it comes. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Document(@Nullable String issuer, @Nullable URI authorizationEndpoint, @Nullable URI tokenEndpoint,
            @Nullable URI jwksUri, @Nullable List<@Nullable String> idTokenSigningAlgValuesSupported,
            @Nullable List<@Nullable String> tokenEndpointAuthMethodsSupported) {

        /** Empty when nobody can sign in by it. */
        Optional<ProviderMetadata> checked(String expectedIssuer, AddressPolicy policy) {
            if (!expectedIssuer.equals(issuer) || authorizationEndpoint == null || tokenEndpoint == null
                    || jwksUri == null || !mayBeVisited(authorizationEndpoint, policy)) {
                return Optional.empty();
            }
            List<@Nullable String> signing = idTokenSigningAlgValuesSupported == null
                    ? List.of()
                    : idTokenSigningAlgValuesSupported;
            List<JWSAlgorithm> algorithms = GOOD.stream().filter(good -> signing.contains(good.getName())).toList();
            List<@Nullable String> methods = tokenEndpointAuthMethodsSupported == null
                    ? List.of(BASIC)
                    : tokenEndpointAuthMethodsSupported;
            boolean basic = methods.contains(BASIC);
            return algorithms.isEmpty() || (!basic && !methods.contains(POST))
                    ? Optional.empty()
                    : Optional.of(new ProviderMetadata(authorizationEndpoint, tokenEndpoint, jwksUri,
                            Set.copyOf(algorithms), basic));
        }

        /** Browsers are sent there, with what would sign somebody in. */
        private static boolean mayBeVisited(URI url, AddressPolicy policy) {
            try {
                policy.check(url);
                return true;
            } catch (AddressRefused refused) {
                return false;
            }
        }
    }
}
