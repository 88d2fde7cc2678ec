package dev.csai.adapter.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which mails a mail server has taken, remembered for longer than any message comes again. */
final class SentMails {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final JdbcClient system;
    private final Clock clock;

    SentMails(JdbcClient system, Clock clock) {
        this.system = system;
        this.clock = clock;
    }

    boolean isKnown(UUID messageId) {
        return system.sql("select exists (select from adapter.sent_mails where message_id = :id)")
                .param("id", messageId).query(Boolean.class).single();
    }

    /** What is sent waits no longer, from the same moment on. */
    void add(UUID messageId) {
        Instant now = clock.instant();
        system.sql("""
                with forgotten as (delete from adapter.sent_mails where sent_at < :old),
                  waiting as (delete from adapter.deferred_mails where message_id = :id)
                insert into adapter.sent_mails (message_id, sent_at) values (:id, :now) on conflict do nothing
                """).param("old", Timestamp.from(now.minus(REMEMBERED))).param("id", messageId)
                .param("now", Timestamp.from(now)).update();
    }
}
