package dev.csai.adapter.mail;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;

/**
 * Hands mails to a mail server, each once; what the server does not take now waits apart, so that it holds up nobody
 * else's. A process that dies between the server's yes and its own note of it sends the mail again, under the same
 * Message-ID, by which mailboxes tell a copy.
 */
final class SmtpDelivery implements Delivery {

    private static final Logger log = LoggerFactory.getLogger(SmtpDelivery.class);

    private final MailServer server;
    private final SentMails sent;
    private final DeferredMails deferred;

    SmtpDelivery(MailServer server, SentMails sent, DeferredMails deferred) {
        this.server = server;
        this.sent = sent;
        this.deferred = deferred;
    }

    @Override
    public void deliver(UUID messageId, String sealed) {
        // In this order: a mail that waits is gone from there only when it is among those sent.
        if (deferred.contains(messageId) || sent.isKnown(messageId)) {
            return;
        }
        try {
            server.take(messageId, sealed);
        } catch (MailPreparationException e) {
            throw e;
        } catch (MailException e) {
            log.warn("Mail {} waits: {}", messageId, e.toString());
            deferred.add(messageId, sealed);
            return;
        }
        sent.add(messageId);
    }
}
