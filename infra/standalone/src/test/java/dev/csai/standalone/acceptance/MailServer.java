package dev.csai.standalone.acceptance;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A mail server that takes mail for everybody and delivers it to nobody. */
final class MailServer implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private MailServer() {}

    static MailServer start() {
        MailServer started = new MailServer();
        started.server.start();
        return started;
    }

    /** What an operator tells of it. */
    Map<String, String> properties() {
        return Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port",
                Integer.toString(server.getSmtp().getPort()), "csai.mail.from", "CSAI <no-reply@csai.test>");
    }

    /** The plain text of everything that was sent to the address, newest first. */
    List<String> to(String email) {
        return Stream.of(server.getReceivedMessages()).filter(message -> isTo(message, email)).map(MailServer::text)
                .toList().reversed();
    }

    private static boolean isTo(MimeMessage message, String email) {
        try {
            return Arrays.stream(message.getAllRecipients()).anyMatch(to -> to.toString().equals(email));
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail cannot be read", e);
        }
    }

    private static String text(Part part) {
        try {
            if (part.isMimeType("text/plain")) {
                return part.getContent().toString();
            }
            if (part.getContent() instanceof Multipart parts) {
                // The first of an alternative is the plain one.
                BodyPart first = parts.getBodyPart(0);
                return text(first);
            }
            throw new IllegalStateException("a mail without plain text");
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a mail cannot be read", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
