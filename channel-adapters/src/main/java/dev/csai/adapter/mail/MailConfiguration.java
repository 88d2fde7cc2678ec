package dev.csai.adapter.mail;

import dev.csai.shared.mail.MailSeal;
import dev.csai.shared.message.MailRequested;
import dev.csai.shared.secret.Sealer;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    @Bean
    Consumer<MailRequested> mailRequested(Delivery delivery) {
        return request -> delivery.deliver(request.messageId(), request.sealed());
    }

    @Bean
    @ConditionalOnProperty(name = "csai.mail.keep", havingValue = "true")
    Delivery keptMails(@Qualifier("systemJdbc") JdbcClient system, Clock clock) {
        return new KeptMails(system, clock);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "csai.mail.keep", havingValue = "false", matchIfMissing = true)
    static class Smtp {

        /** @throws IllegalStateException if nobody said what is to become of mails */
        @Bean
        MailServer mailServer(MailSettings settings, ObjectProvider<JavaMailSender> server, Sealer sealer,
                JsonMapper json) {
            JavaMailSender sender = server.getIfAvailable(() -> {
                throw new IllegalStateException(
                        "Name a mail server (SPRING_MAIL_HOST) and the sender (CSAI_MAIL_FROM).");
            });
            return new MailServer(sender, settings.checkedFrom(), new MailSeal(sealer, json));
        }

        @Bean
        SentMails sentMails(@Qualifier("systemJdbc") JdbcClient system, Clock clock) {
            return new SentMails(system, clock);
        }

        @Bean
        DeferredMails deferredMails(@Qualifier("systemJdbc") JdbcClient system, Clock clock, MailSettings settings) {
            return new DeferredMails(system, clock, settings);
        }

        @Bean
        Delivery smtpDelivery(MailServer server, SentMails sent, DeferredMails deferred) {
            return new SmtpDelivery(server, sent, deferred);
        }

        @Bean
        DeferredDelivery deferredDelivery(MailServer server, SentMails sent, DeferredMails deferred) {
            return new DeferredDelivery(server, sent, deferred);
        }
    }
}
