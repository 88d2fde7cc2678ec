package dev.csai.adapter.mail;

import dev.csai.shared.mail.Mail;
import dev.csai.shared.mail.MailSeal;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** The operator's mail server. */
final class MailServer {

    /** Such as {@code 451 4.7.1}. */
    private static final Pattern CODE = Pattern.compile("\\d{3}( \\d\\.\\d{1,3}\\.\\d{1,3})?\\b");

    private final JavaMailSender server;
    private final String from;
    private final MailSeal seal;

    MailServer(JavaMailSender server, String from, MailSeal seal) {
        this.server = server;
        this.from = from;
        this.seal = seal;
    }

    /**
     * Hands a mail over. No exception quotes the address.
     *
     * @throws MailPreparationException if it will never be taken
     * @throws MailException if it is not taken now
     */
    void take(UUID messageId, String sealed) {
        MimeMessage message = message(messageId, opened(messageId, sealed));
        try {
            server.send(message);
        } catch (MailSendException e) {
            throw withoutAddress(messageId, e);
        }
    }

    /** What another key has sealed does not open later either. */
    private Mail opened(UUID messageId, String sealed) {
        try {
            return seal.open(messageId, sealed);
        } catch (IllegalStateException e) {
            throw new MailPreparationException("mail " + messageId + " cannot be opened", e);
        }
    }

    private static MailException withoutAddress(UUID messageId, MailSendException failure) {
        List<SendFailedException> answers = Stream.of(failure.getMessageExceptions())
                .filter(SendFailedException.class::isInstance).map(SendFailedException.class::cast).toList();
        if (answers.isEmpty()) {
            // The server was not reached or broke off.
            return failure;
        }
        String codes = answers.stream().map(MailServer::code).distinct().collect(Collectors.joining(", "));
        return answers.stream().anyMatch(MailServer::isForGood)
                ? new MailPreparationException("the address of mail " + messageId + " is refused with " + codes)
                : new MailSendException("the mail server puts mail " + messageId + " off with " + codes);
    }

    /** Without the text after it, which quotes the address more often than not. */
    private static String code(SendFailedException answer) {
        Exception cause = answer;
        while (cause instanceof MessagingException failure) {
            Matcher code = CODE.matcher(Objects.toString(failure.getMessage()));
            if (code.lookingAt()) {
                return code.group();
            }
            cause = failure.getNextException();
        }
        return "no code";
    }

    private static boolean isForGood(SendFailedException answer) {
        return answer.getInvalidAddresses() != null && answer.getInvalidAddresses().length > 0;
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
