package dev.csai.simulators.oidc;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A provider's key pairs, and what is signed by them (RFC 7515, 7517, 7518), in the JDK's own cryptography. */
final class Keys {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int RSA_BITS = 2048;
    private static final int P256_BYTES = 32;

    private final KeyPair rsa;
    private final KeyPair ec;

    private Keys(KeyPair rsa, KeyPair ec) {
        this.rsa = rsa;
        this.ec = ec;
    }

    static Keys generate() {
        try {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(RSA_BITS);
            KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
            ec.initialize(new ECGenParameterSpec("secp256r1"));
            return new Keys(rsa.generateKeyPair(), ec.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA and P-256 are part of every JDK", e);
        }
    }

    ObjectNode published() {
        ObjectNode set = JSON.createObjectNode();
        ArrayNode keys = set.putArray("keys");
        RSAPublicKey r = (RSAPublicKey) rsa.getPublic();
        keys.addObject().put("kty", "RSA").put("use", "sig").put("kid", "rsa").put("alg", "RS256")
                .put("n", number(r.getModulus())).put("e", number(r.getPublicExponent()));
        ECPublicKey e = (ECPublicKey) ec.getPublic();
        keys.addObject().put("kty", "EC").put("use", "sig").put("kid", "ec").put("crv", "P-256")
                .put("x", coordinate(e.getW().getAffineX())).put("y", coordinate(e.getW().getAffineY()));
        return set;
    }

    /** @param algorithm RS256 or ES256 */
    String signed(ObjectNode claims, String algorithm) {
        boolean isRsa = algorithm.equals("RS256");
        String input = input(algorithm, isRsa ? "rsa" : "ec", claims);
        try {
            Signature signature = Signature.getInstance(isRsa ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
            signature.initSign((isRsa ? rsa : ec).getPrivate());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " is part of every JDK", e);
        }
    }

    /** With the public key as if it were a shared secret. */
    String signedByPublicKey(ObjectNode claims) {
        return signedBySecret(claims, rsa.getPublic().getEncoded(), "rsa");
    }

    static String signedBySecret(ObjectNode claims, byte[] secret, String keyId) {
        String input = input("HS256", keyId, claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return input + "." + encoded(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HS256 is part of every JDK", e);
        }
    }

    static String unsigned(ObjectNode claims) {
        return input("none", "rsa", claims) + ".";
    }

    private static String input(String algorithm, String keyId, ObjectNode claims) {
        ObjectNode header = JSON.createObjectNode().put("alg", algorithm).put("kid", keyId).put("typ", "JWT");
        return encoded(JSON.writeValueAsBytes(header)) + "." + encoded(JSON.writeValueAsBytes(claims));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return encoded(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[P256_BYTES];
        int length = Math.min(bytes.length, P256_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, P256_BYTES - length, length);
        return encoded(fixed);
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
