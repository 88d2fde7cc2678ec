package dev.csai.adapter.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param from the sender, such as {@code CSAI <no-reply@example.com>}; a mail server wants one
 * @param keep keep mails for the operator to read, instead of sending them
 * @param retryAfter the first pause before a mail that the server did not take is tried again, and the shortest
 * @param retryAtMost the longest pause
 * @param giveUpAfter how long a mail is tried. Codes and links to sign in are over within the hour; invitations, which
 *     hold for days, are to outlast a mail server that is away for a night.
 */
@ConfigurationProperties("csai.mail")
record MailSettings(@Nullable String from, @DefaultValue("false") boolean keep,
        @DefaultValue("30s") Duration retryAfter, @DefaultValue("15m") Duration retryAtMost,
        @DefaultValue("24h") Duration giveUpAfter) {

    MailSettings {
        if (!retryAfter.isPositive() || retryAtMost.compareTo(retryAfter) < 0 || !giveUpAfter.isPositive()) {
            throw new IllegalArgumentException("pauses and the time of mails are positive, the longest pause longest");
        }
    }

    String checkedFrom() {
        if (from == null || from.isBlank()) {
            throw new IllegalStateException("Mails need a sender; set CSAI_MAIL_FROM.");
        }
        return from;
    }

    /** As long as the mail has waited in all, within bounds, so that the pauses double. */
    Duration pauseAfter(Duration waited) {
        if (waited.compareTo(retryAfter) < 0) {
            return retryAfter;
        }
        return waited.compareTo(retryAtMost) < 0 ? waited : retryAtMost;
    }
}
