package dev.csai.chat.knowledge.upload;

import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.blob.UploadGrant;
import dev.csai.shared.secret.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Grants as text that only this server can write: {@code base64url(grant).base64url(HMAC-SHA256)}. What is granted is
 * all in the text, so that every replica reads it without asking anybody.
 */
@Component
class UploadTokens {

    private static final int LONGEST = 1024;
    private static final int PARTS = 4;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;
    private final Clock clock;

    UploadTokens(Sealer sealer, Clock clock) {
        this.key = new SecretKeySpec(sealer.derive("upload tokens"), "HmacSHA256");
        this.clock = clock;
    }

    String sign(UploadGrant grant) {
        byte[] text = String.join("\n", grant.key().toString(), grant.contentType(), Long.toString(grant.sizeBytes()),
                Long.toString(grant.expiresAt().getEpochSecond())).getBytes(StandardCharsets.UTF_8);
        return ENCODER.encodeToString(text) + "." + ENCODER.encodeToString(hmac(text));
    }

    /** Empty if the server did not write it so, or it has expired. */
    Optional<UploadGrant> verify(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] text = Base64.getUrlDecoder().decode(token.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            return MessageDigest.isEqual(hmac(text), signature)
                    ? Optional.of(read(text)).filter(grant -> clock.instant().isBefore(grant.expiresAt()))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static UploadGrant read(byte[] text) {
        String[] parts = new String(text, StandardCharsets.UTF_8).split("\n", PARTS);
        return new UploadGrant(BlobKey.of(parts[0]), parts[1], Long.parseLong(parts[2]),
                Instant.ofEpochSecond(Long.parseLong(parts[3])));
    }

    private byte[] hmac(byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }
}
