package dev.csai.chat.contact;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens as a tenant's server makes them, and as those do who are not it. */
final class SignedToken {

    private SignedToken() {}

    static String of(String secret, String externalId, Instant end) {
        return hs256(secret, "{\"sub\": \"%s\", \"exp\": %d}".formatted(externalId, end.getEpochSecond()));
    }

    static String hs256(String secret, String claims) {
        return signed("HS256", "HmacSHA256", secret, claims);
    }

    /** @param algorithm what the header says */
    static String signed(String algorithm, String mac, String secret, String claims) {
        return withHeader("{\"alg\": \"" + algorithm + "\", \"typ\": \"JWT\"}", mac, secret, claims);
    }

    static String withHeader(String header, String mac, String secret, String claims) {
        String content = encoded(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Mac code = Mac.getInstance(mac);
            code.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), mac));
            return content + "." + encoded(code.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String unsigned(String claims) {
        return encoded("{\"alg\": \"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8)) + ".";
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
