package dev.csai.chat.access;

import dev.csai.shared.secret.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** What is kept of a secret key: HMAC-SHA256 with a pepper that is not in the database. */
@Component
public class KeyHashes {

    private final SecretKeySpec pepper;

    KeyHashes(Sealer sealer) {
        this.pepper = new SecretKeySpec(sealer.derive("secret keys"), "HmacSHA256");
    }

    public byte[] of(String secretKey) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(pepper);
            return mac.doFinal(secretKey.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }
}
