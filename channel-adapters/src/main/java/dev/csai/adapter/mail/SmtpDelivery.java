package dev.csai.adapter.mail;

import dev.csai.shared.mail.Mail;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Hands mails to a mail server, each once. A process that dies between the server's yes and its own note of it sends
 * the mail again, under the same Message-ID, by which mailboxes tell a copy.
 */
final class SmtpDelivery implements Delivery {

    private final JavaMailSender server;
    private final String from;
    private final SentMails sent;

    SmtpDelivery(JavaMailSender server, String from, SentMails sent) {
        this.server = server;
        this.from = from;
        this.sent = sent;
    }

    @Override
    public void deliver(UUID messageId, String sealed, Supplier<Mail> opened) {
        if (sent.isKnown(messageId)) {
            return;
        }
        MimeMessage message = message(messageId, opened.get());
        try {
            server.send(message);
        } catch (MailSendException e) {
            throw isRefused(e) ? new MailPreparationException("the address of mail " + messageId + " is refused") : e;
        }
        sent.add(messageId);
    }

    /** For good; there is no use in trying again. */
    private static boolean isRefused(MailSendException failure) {
        return Stream.of(failure.getMessageExceptions()).anyMatch(cause -> cause instanceof SendFailedException refused
                && refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0);
    }

    private MimeMessage message(UUID messageId, Mail mail) {
        MimeMessage message = new IdentifiedMessage(server.createMimeMessage(), messageId);
        try {
            MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(mail.to());
            helper.setSubject(mail.subject());
            helper.setText(mail.text(), mail.html());
            // Out-of-office replies would answer nobody.
            message.setHeader("Auto-Submitted", "auto-generated");
            return message;
        } catch (MessagingException e) {
            // Without the cause, which quotes the address.
            throw new MailPreparationException("mail " + messageId + " cannot be made into a message");
        }
    }

    /** JavaMail would give each copy an id of its own. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final UUID id;

        IdentifiedMessage(MimeMessage blank, UUID id) {
            super(blank.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@csai>");
        }
    }
}
