package dev.csai.chat.identity.oidc;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTParser;
import dev.csai.chat.identity.EmailAddress;
import dev.csai.shared.problem.ProblemException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuedAtValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What must be true of an id token (OpenID Connect Core 1.0, section 3.1.3.7), and whom it is about. */
@Component
class IdTokens {

    /** Between the provider's clock and ours. */
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final int MAX_NAME = 120;

    private final Clock clock;

    IdTokens(Clock clock) {
        this.clock = clock;
    }

    /** Fails as refused when the token is not the provider's answer to this very attempt. */
    Mono<Vouched> read(String token, Provider provider, ProviderMetadata metadata, JWKSet keys, Attempt attempt) {
        return algorithm(token, metadata)
                .map(algorithm -> decoder(algorithm, provider, keys, attempt).decode(token))
                .orElseGet(() -> Mono.error(Refusals.notAccepted("the id token is not signed as it must be")))
                .onErrorMap(JwtException.class, failure -> Refusals.notAccepted(reason(failure)))
                .map(jwt -> vouched(jwt, provider));
    }

    /** The token's own, if it is among those that are good and that the provider says it uses. */
    private static Optional<SignatureAlgorithm> algorithm(String token, ProviderMetadata metadata) {
        try {
            Algorithm given = JWTParser.parse(token).getHeader().getAlgorithm();
            return given instanceof JWSAlgorithm signature && metadata.algorithms().contains(signature)
                    ? Optional.ofNullable(SignatureAlgorithm.from(signature.getName()))
                    : Optional.empty();
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private NimbusReactiveJwtDecoder decoder(SignatureAlgorithm algorithm, Provider provider, JWKSet keys,
            Attempt attempt) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder
                .withJwkSource(token -> Flux.fromIterable(keys.getKeys()))
                .jwsAlgorithm(algorithm)
                .build();
        JwtTimestampValidator time = new JwtTimestampValidator(SKEW);
        time.setClock(clock);
        time.setAllowEmptyExpiryClaim(false);
        JwtIssuedAtValidator issued = new JwtIssuedAtValidator(true);
        issued.setClock(clock);
        issued.setClockSkew(SKEW);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(time, issued, JwtTypeValidator.jwt(),
                new JwtIssuerValidator(provider.issuer()), new JwtAudienceValidator(provider.clientId()),
                authorizedParty(provider.clientId()), new JwtClaimValidator<>("nonce", attempt.nonce()::equals)));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> authorizedParty(String clientId) {
        return token -> {
            Object party = token.getClaim("azp");
            boolean isOurs = party == null ? List.of(clientId).equals(token.getAudience()) : party.equals(clientId);
            return isOurs
                    ? OAuth2TokenValidatorResult.success()
                    : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "The azp claim is not ours",
                            null));
        };
    }

    private static Vouched vouched(Jwt token, Provider provider) {
        Object verified = token.getClaim("email_verified");
        // Some providers write it as a text.
        boolean counts = verified == null ? provider.trustsEmail() : verified.toString().equals("true");
        if (!counts || !(token.getClaim("email") instanceof String given)) {
            throw Refusals.notAccepted("no e-mail address that the provider has verified");
        }
        try {
            String email = EmailAddress.checked(given, "email");
            return new Vouched(email, name(token, email));
        } catch (ProblemException malformed) {
            throw Refusals.notAccepted("the e-mail address is none");
        }
    }

    private static String name(Jwt token, String email) {
        String given = token.getClaim("name") instanceof String name
                ? name.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip()
                : "";
        String name = given.isEmpty() ? email.substring(0, email.indexOf('@')) : given;
        return name.substring(0, name.offsetByCodePoints(0, Math.min(MAX_NAME, name.codePointCount(0, name.length()))));
    }

    /** Without what stands in the token, which may be anybody's text. */
    private static String reason(JwtException failure) {
        return failure instanceof JwtValidationException invalid
                ? "the id token is not for this: " + invalid.getErrors().stream().map(OAuth2Error::getDescription)
                        .toList()
                : "the id token is not the provider's: " + failure.getClass().getSimpleName();
    }
}
