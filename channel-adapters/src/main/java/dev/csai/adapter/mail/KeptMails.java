package dev.csai.adapter.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps mails, sealed, where there is no mail server; the operator reads them in the console. */
final class KeptMails implements Delivery {

    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient system;
    private final Clock clock;

    KeptMails(JdbcClient system, Clock clock) {
        this.system = system;
        this.clock = clock;
    }

    @Override
    public void deliver(UUID messageId, String sealed) {
        Instant now = clock.instant();
        system.sql("""
                with old as (delete from adapter.kept_mails where kept_at < :old)
                insert into adapter.kept_mails (message_id, sealed, kept_at) values (:id, :sealed, :now)
                on conflict do nothing
                """).param("old", Timestamp.from(now.minus(KEPT))).param("id", messageId).param("sealed", sealed)
                .param("now", Timestamp.from(now)).update();
    }
}
