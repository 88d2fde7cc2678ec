package dev.csai.shared.mail;

import dev.csai.shared.message.MailRequested;
import dev.csai.shared.secret.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Seals mails for their way through outbox, broker and dead letters: they hold codes, links and addresses. */
public final class MailSeal {

    private final Sealer sealer;
    private final JsonMapper json;

    public MailSeal(Sealer sealer, JsonMapper json) {
        this.sealer = sealer;
        this.json = json;
    }

    public MailRequested seal(UUID messageId, UUID tenantId, Instant now, Mail mail) {
        return new MailRequested(messageId, tenantId, now, seal(messageId, mail));
    }

    /**
     * @param messageId whose mail it is; it opens for no other
     */
    public String seal(UUID messageId, Mail mail) {
        return sealer.seal(json.writeValueAsString(mail).getBytes(StandardCharsets.UTF_8), context(messageId));
    }

    /**
     * @throws IllegalStateException if it was sealed with another key or for another message
     */
    public Mail open(UUID messageId, String sealed) {
        return json.readValue(sealer.open(sealed, context(messageId)), Mail.class);
    }

    private static String context(UUID messageId) {
        return "|mail|" + messageId + "|";
    }
}
