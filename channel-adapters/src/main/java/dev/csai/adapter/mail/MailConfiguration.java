package dev.csai.adapter.mail;

import dev.csai.shared.mail.Mail;
import dev.csai.shared.mail.MailSeal;
import dev.csai.shared.message.MailRequested;
import dev.csai.shared.secret.Sealer;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    /** @throws IllegalStateException if nobody said what is to become of mails */
    @Bean
    Delivery mailDelivery(MailSettings settings, ObjectProvider<JavaMailSender> server,
            @Qualifier("systemJdbc") JdbcClient system, Clock clock) {
        if (settings.keep()) {
            return new KeptMails(system, clock);
        }
        JavaMailSender sender = server.getIfAvailable(() -> {
            throw new IllegalStateException("Name a mail server (SPRING_MAIL_HOST) and the sender (CSAI_MAIL_FROM).");
        });
        return new SmtpDelivery(sender, settings.checkedFrom(), new SentMails(system, clock));
    }

    @Bean
    Consumer<MailRequested> mailRequested(Delivery delivery, Sealer sealer, JsonMapper json) {
        MailSeal seal = new MailSeal(sealer, json);
        return request -> delivery.deliver(request.messageId(), request.sealed(), () -> opened(seal, request));
    }

    /** What another key has sealed does not open later either, and must not be tried again while others wait. */
    private static Mail opened(MailSeal seal, MailRequested request) {
        try {
            return seal.open(request.messageId(), request.sealed());
        } catch (IllegalStateException e) {
            throw new MailPreparationException("mail " + request.messageId() + " cannot be opened", e);
        }
    }
}
