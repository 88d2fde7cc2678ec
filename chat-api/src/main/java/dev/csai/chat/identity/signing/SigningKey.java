package dev.csai.chat.identity.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.csai.shared.Ids;
import dev.csai.shared.secret.Sealer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.UUID;

/**
 * A key that signs access tokens. The wrapper exists because a JWK prints its private part.
 *
 * @param signsFrom when it takes over from the one before it
 */
record SigningKey(UUID id, ECKey jwk, Instant signsFrom) {

    static SigningKey generate(Instant signsFrom) {
        UUID id = Ids.next();
        try {
            ECKey jwk = new ECKeyGenerator(Curve.P_256)
                    .keyID(id.toString())
                    .algorithm(JWSAlgorithm.ES256)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
            return new SigningKey(id, jwk, signsFrom);
        } catch (JOSEException e) {
            throw new IllegalStateException("P-256 is part of every JDK", e);
        }
    }

    static SigningKey open(UUID id, String sealed, Instant signsFrom, Sealer sealer) {
        String json = new String(sealer.open(sealed, context(id)), StandardCharsets.UTF_8);
        try {
            return new SigningKey(id, ECKey.parse(json), signsFrom);
        } catch (ParseException e) {
            throw new IllegalStateException("signing key " + id + " is not a JWK", e);
        }
    }

    String seal(Sealer sealer) {
        return sealer.seal(jwk.toJSONString().getBytes(StandardCharsets.UTF_8), context(id));
    }

    ECKey publicJwk() {
        return jwk.toPublicJWK();
    }

    private static String context(UUID id) {
        return "|chat.signing_keys|" + id + "|private_sealed";
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
