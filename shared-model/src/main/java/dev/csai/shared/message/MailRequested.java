package dev.csai.shared.message;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody is to get a mail.
 *
 * @param tenantId on whose behalf, or {@link dev.csai.shared.TenantId#PLATFORM}
 * @param sealed the mail, as {@link dev.csai.shared.mail.MailSeal} seals it
 */
public record MailRequested(UUID messageId, UUID tenantId, Instant occurredAt, String sealed) implements Message {

    public static final String DESTINATION = "csai.mail-requested";
}
