package dev.csai.chat.conversation;

import dev.csai.shared.TenantId;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.secret.Sealer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The widget's handle on a conversation: the conversation's id and a code over tenant and id that only we can make.
 * Nothing is stored, so every copy of a request can be told the same session.
 */
@Component
class Sessions {

    private static final String PREFIX = "s_";
    private static final int CODE_BYTES = 16;

    private final byte[] key;

    Sessions(Sealer sealer) {
        this.key = sealer.derive("session handles");
    }

    String handle(TenantId tenant, UUID conversation) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES * 2 + CODE_BYTES)
                .putLong(conversation.getMostSignificantBits())
                .putLong(conversation.getLeastSignificantBits())
                .put(code(tenant, conversation))
                .array();
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * @throws ProblemException {@code not-found} if the handle was not made by us for this tenant
     */
    UUID conversation(TenantId tenant, String handle) {
        ByteBuffer bytes = decode(handle);
        UUID conversation = new UUID(bytes.getLong(), bytes.getLong());
        byte[] code = new byte[CODE_BYTES];
        bytes.get(code);
        if (!MessageDigest.isEqual(code, code(tenant, conversation))) {
            throw ProblemException.notFound("session");
        }
        return conversation;
    }

    private static ByteBuffer decode(String handle) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(handle.startsWith(PREFIX) ? handle.substring(2) : "");
            if (bytes.length == Long.BYTES * 2 + CODE_BYTES) {
                return ByteBuffer.wrap(bytes);
            }
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("session");
        }
        throw ProblemException.notFound("session");
    }

    private byte[] code(TenantId tenant, UUID conversation) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] full = mac.doFinal((tenant + "|" + conversation).getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(full, CODE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }
}
