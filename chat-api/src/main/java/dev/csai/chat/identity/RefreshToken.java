package dev.csai.chat.identity;

import java.time.Instant;

/**
 * What renews a session.
 *
 * @param text 256 random bits in base64url; only its hash is stored
 * @param expiresAt the end of the session, the same for all tokens of a family
 */
record RefreshToken(String text, Instant expiresAt) {

    @Override
    public String toString() {
        return "RefreshToken[withheld, until " + expiresAt + "]";
    }
}
