package dev.csai.adapter.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails, sealed, that the mail server did not take at first and that are tried again. */
final class DeferredMails {

    /**
     * Longer than a conversation with a mail server that keeps just within its time limits. Whoever dies during a try,
     * or cannot note what came of it, has made no more than one of them meanwhile.
     */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final JdbcClient system;
    private final Clock clock;
    private final MailSettings settings;

    DeferredMails(JdbcClient system, Clock clock, MailSettings settings) {
        this.system = system;
        this.clock = clock;
        this.settings = settings;
    }

    record DeferredMail(UUID messageId, String sealed, Instant deferredAt) {}

    boolean contains(UUID messageId) {
        return system.sql("select exists (select from adapter.deferred_mails where message_id = :id)")
                .param("id", messageId).query(Boolean.class).single();
    }

    /** A message that another process was given as well may have been sent there meanwhile. */
    void add(UUID messageId, String sealed) {
        Instant now = clock.instant();
        system.sql("""
                insert into adapter.deferred_mails (message_id, sealed, deferred_at, next_try_at)
                select :id, :sealed, :now, :next
                where not exists (select from adapter.sent_mails where message_id = :id)
                on conflict do nothing
                """).param("id", messageId).param("sealed", sealed).param("now", Timestamp.from(now))
                .param("next", Timestamp.from(now.plus(settings.retryAfter()))).update();
    }

    /** The one that is due and has waited longest for its turn; nobody else's for as long as a try may take. */
    Optional<DeferredMail> claim() {
        Instant now = clock.instant();
        return system.sql("""
                update adapter.deferred_mails set next_try_at = :end where message_id = (
                  select message_id from adapter.deferred_mails where next_try_at <= :now
                  order by next_try_at limit 1 for update skip locked)
                returning message_id, sealed, deferred_at
                """).param("now", Timestamp.from(now)).param("end", Timestamp.from(now.plus(CLAIM)))
                .query(DeferredMails::mail).optional();
    }

    boolean isOver(DeferredMail mail) {
        return !clock.instant().isBefore(mail.deferredAt().plus(settings.giveUpAfter()));
    }

    void putOff(DeferredMail mail) {
        Instant now = clock.instant();
        Duration pause = settings.pauseAfter(Duration.between(mail.deferredAt(), now));
        system.sql("update adapter.deferred_mails set next_try_at = :next where message_id = :id")
                .param("next", Timestamp.from(now.plus(pause))).param("id", mail.messageId()).update();
    }

    void remove(DeferredMail mail) {
        system.sql("delete from adapter.deferred_mails where message_id = :id").param("id", mail.messageId()).update();
    }

    private static DeferredMail mail(ResultSet row, int number) throws SQLException {
        return new DeferredMail(row.getObject("message_id", UUID.class), row.getString("sealed"),
                row.getTimestamp("deferred_at").toInstant());
    }
}
