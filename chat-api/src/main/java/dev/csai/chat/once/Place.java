package dev.csai.chat.once;

import dev.csai.shared.TenantId;
import java.util.UUID;

/**
 * Where the answer to a request is kept.
 *
 * @param keyHash of all the rest and the client's key, in hexadecimal digits
 */
record Place(TenantId tenant, UUID principal, String operation, String keyHash) {

    private static final int LOCK_DIGITS = 16;

    /** Another place may have the same number, as seldom as chance has it: then one of two requests is told to wait. */
    long lock() {
        return Long.parseUnsignedLong(keyHash, 0, LOCK_DIGITS, 16);
    }

    /** What the answer is sealed for. */
    String context() {
        return tenant + "|chat.idempotency_keys|" + keyHash + "|answer_sealed";
    }
}
