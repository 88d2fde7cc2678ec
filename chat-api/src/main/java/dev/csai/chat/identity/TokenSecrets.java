package dev.csai.chat.identity;

import dev.csai.shared.secret.Sealer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The cryptography of refresh tokens and other random secrets of ours. A successor is kept sealed beside its predecessor, together with a fingerprint of
 * the client it was given to, so that this client alone can be given it once more.
 */
@Component
public class TokenSecrets {

    private static final int TOKEN_BYTES = 32;

    private final Sealer sealer;
    private final byte[] hashKey;
    private final SecureRandom random = new SecureRandom();

    TokenSecrets(Sealer sealer) {
        this.sealer = sealer;
        this.hashKey = sealer.derive("refresh-tokens");
    }

    /** 256 random bits in base64url. */
    public String newToken() {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Under a key of ours, so that knowing the hash does not help who would guess. */
    public byte[] hash(String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(hashKey, "HmacSHA256"));
            return mac.doFinal(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }

    String seal(String successor, String client, byte[] predecessorHash) {
        byte[] token = successor.getBytes(StandardCharsets.UTF_8);
        byte[] fingerprint = hash(client);
        return sealer.seal(ByteBuffer.allocate(fingerprint.length + token.length).put(fingerprint).put(token).array(),
                context(predecessorHash));
    }

    /** Empty for another client than the one it was sealed for. */
    Optional<String> open(String sealed, String client, byte[] predecessorHash) {
        byte[] fingerprint = hash(client);
        ByteBuffer opened = ByteBuffer.wrap(sealer.open(sealed, context(predecessorHash)));
        byte[] sealedFor = new byte[fingerprint.length];
        opened.get(sealedFor);
        return MessageDigest.isEqual(sealedFor, fingerprint)
                ? Optional.of(StandardCharsets.UTF_8.decode(opened).toString())
                : Optional.empty();
    }

    private static String context(byte[] predecessorHash) {
        return "|chat.refresh_tokens|" + HexFormat.of().formatHex(predecessorHash) + "|successor_sealed";
    }
}
