package dev.csai.chat.identity.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.csai.chat.access.Caller;
import dev.csai.chat.access.CallerClaims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Issues access tokens: JWTs signed with ES256 that name a member or an operator. */
@Component
public class AccessTokens {

    private final SigningKeys keys;
    private final AccessTokenSettings settings;
    private final Clock clock;

    AccessTokens(SigningKeys keys, AccessTokenSettings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** How long one holds. */
    public Duration life() {
        return settings.accessTokenLife();
    }

    public Mono<String> issue(Caller caller) {
        return keys.current().map(key -> sign(caller, key));
    }

    private String sign(Caller caller, SigningKey key) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.jwk().getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims(caller));
        try {
            token.sign(new ECDSASigner(key.jwk()));
        } catch (JOSEException e) {
            throw new IllegalStateException(key + " cannot sign", e);
        }
        return token.serialize();
    }

    private JWTClaimsSet claims(Caller caller) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .audience(settings.audience())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(settings.accessTokenLife())));
        CallerClaims.of(caller).forEach(claims::claim);
        return claims.build();
    }
}
