package dev.csai.adapter.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param from the sender, such as {@code CSAI <no-reply@example.com>}; a mail server wants one
 * @param keep keep mails for the operator to read, instead of sending them
 */
@ConfigurationProperties("csai.mail")
record MailSettings(@Nullable String from, @DefaultValue("false") boolean keep) {

    String checkedFrom() {
        if (from == null || from.isBlank()) {
            throw new IllegalStateException("Mails need a sender; set CSAI_MAIL_FROM.");
        }
        return from;
    }
}
