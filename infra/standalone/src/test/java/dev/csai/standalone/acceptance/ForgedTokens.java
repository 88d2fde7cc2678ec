package dev.csai.standalone.acceptance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.csai.chat.seed.DemoSeed;
import java.util.UUID;

/** Access tokens that claim to be the demo owner's. */
final class ForgedTokens {

    /** Year 2100. */
    private static final long LATER = 4_102_444_800L;

    private ForgedTokens() {}

    static String unsigned() {
        return new PlainJWT(claims()).serialize();
    }

    static String signedBySomebodyElse() {
        try {
            return signed(JWSAlgorithm.ES256, new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
        } catch (JOSEException e) {
            throw new IllegalStateException("P-256 is part of every JDK", e);
        }
    }

    static String hmac() {
        try {
            return signed(JWSAlgorithm.HS256, new MACSigner(new byte[32]));
        } catch (JOSEException e) {
            throw new IllegalStateException("HMAC is part of every JDK", e);
        }
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(UUID.randomUUID().toString()).build(),
                claims());
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .subject(UUID.randomUUID().toString())
                .issuer("https://csai.dev")
                .audience("csai-api")
                .claim("exp", LATER)
                .claim("tenant", DemoSeed.TENANT.toString())
                .claim("member", UUID.randomUUID().toString())
                .claim("role", "owner")
                .build();
    }
}
