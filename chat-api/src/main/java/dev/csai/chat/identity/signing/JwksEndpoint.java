package dev.csai.chat.identity.signing;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Publishes the public parts of the signing keys, for whoever wants to verify our access tokens. */
@RestController
class JwksEndpoint {

    /** Less than the time between a key's publication and its first signature, so that no cache misses one. */
    private static final CacheControl FIVE_MINUTES = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final SigningKeys keys;

    JwksEndpoint(SigningKeys keys) {
        this.keys = keys;
    }

    @GetMapping(path = "/.well-known/jwks.json", produces = {"application/jwk-set+json", "application/json"})
    Mono<ResponseEntity<String>> jwks() {
        return keys.published().map(all -> ResponseEntity.ok().cacheControl(FIVE_MINUTES).body(json(all)));
    }

    private static String json(List<SigningKey> keys) {
        return new JWKSet(keys.stream().<JWK>map(SigningKey::publicJwk).toList()).toString(true);
    }
}
