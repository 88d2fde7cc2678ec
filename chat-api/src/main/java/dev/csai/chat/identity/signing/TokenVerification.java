package dev.csai.chat.identity.signing;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;

/** What the resource server accepts as an access token: ES256 by one of our keys, for us, in its time. */
@Configuration(proxyBeanMethods = false)
class TokenVerification {

    /** Between the clocks of two replicas. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    @Bean
    ReactiveJwtDecoder accessTokenDecoder(SigningKeys keys, AccessTokenSettings settings, Clock clock) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(token -> candidates(keys, token))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        JwtTimestampValidator time = new JwtTimestampValidator(SKEW);
        time.setClock(clock);
        time.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(time, JwtTypeValidator.jwt(),
                new JwtIssuerValidator(settings.issuer()), new JwtAudienceValidator(settings.audience())));
        return decoder;
    }

    private static Flux<JWK> candidates(SigningKeys keys, SignedJWT token) {
        return keys.publishedFor(token.getHeader().getKeyID())
                .flatMapIterable(published -> published)
                .map(SigningKey::publicJwk);
    }
}
