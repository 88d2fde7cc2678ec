package dev.csai.chat.conversation;

import dev.csai.chat.contact.Claimant;
import dev.csai.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Who says something, and where.
 *
 * @param conversationId of the session, or the one that begins unless a verified contact has one to go on with
 * @param hasSession whoever has the session's handle may speak in its conversation
 */
record Speaker(TenantId tenant, UUID conversationId, boolean hasSession, Claimant claimant) {

    /** What messages are counted by. */
    String visitor() {
        return switch (claimant) {
            case Claimant.Verified verified -> "contact:" + hash(verified.externalId());
            case Claimant.Named named -> "conversation:" + conversationId;
            case Claimant.Unknown unknown -> "conversation:" + conversationId;
        };
    }

    private static String hash(String externalId) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(externalId.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
