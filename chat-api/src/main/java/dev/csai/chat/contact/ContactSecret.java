package dev.csai.chat.contact;

import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.secret.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's server signs the tokens of contacts with, sealed. The bytes that sign are those of the text as it was
 * shown, so that a library that takes a text can be given it as it is.
 *
 * @param endsAt none as long as no other has taken its place
 */
record ContactSecret(UUID id, String sealed, Instant createdAt, @Nullable Instant endsAt) {

    private static final String PREFIX = "cs_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static String newText() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static ContactSecret seal(String text, TenantId tenant, Instant now, Sealer sealer) {
        UUID id = Ids.next();
        return new ContactSecret(id, sealer.seal(text.getBytes(StandardCharsets.UTF_8), context(tenant, id)), now,
                null);
    }

    byte[] open(TenantId tenant, Sealer sealer) {
        return sealer.open(sealed, context(tenant, id));
    }

    boolean holdsAt(Instant now) {
        return endsAt == null || now.isBefore(endsAt);
    }

    private static String context(TenantId tenant, UUID id) {
        return tenant + "|chat.contact_secrets|" + id + "|sealed";
    }

    @Override
    public String toString() {
        return "ContactSecret[" + id + "]";
    }
}
