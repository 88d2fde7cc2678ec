package dev.csai.shared.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.MessagingException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves rows of one schema's outbox to the broker: claim, publish, await the confirms, delete, commit. A crash in
 * between publishes again, which is why consumers are idempotent. Any number of instances may run at once.
 */
public final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 100;
    /** Rows of a relay that died, or of a writer that never woke one, wait at most this long. */
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration BACK_OFF = Duration.ofSeconds(2);

    private final JdbcClient system;
    private final TransactionTemplate transactions;
    private final MessagePublisher publisher;
    private final String claim;
    private final String delete;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread worker = Thread.currentThread();

    OutboxRelay(String schema, JdbcClient system, TransactionTemplate transactions, MessagePublisher publisher) {
        this.system = system;
        this.transactions = transactions;
        this.publisher = publisher;
        this.claim = """
                select id, tenant_id, destination, payload from %s.outbox
                order by id limit %d for update skip locked
                """.formatted(schema, BATCH);
        this.delete = "delete from %s.outbox where id = any(:ids)".formatted(schema);
    }

    /** Tells the relay that a transaction has just committed rows. */
    public void wake() {
        wakeUps.release();
    }

    private void run() {
        while (running) {
            try {
                if (relayOnce() < BATCH && wakeUps.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUps.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (DataAccessException | TransactionException | MessagingException | IllegalStateException e) {
                if (running) {
                    log.warn("Messages wait in the outbox; the relay tries again in {}: {}", BACK_OFF, e.toString());
                }
                backOff();
            } catch (Throwable e) {
                // Nobody starts this thread again, and all that the app has to tell others waits for it.
                log.error("Messages wait in the outbox; the relay tries again in {}", BACK_OFF, e);
                backOff();
            }
        }
    }

    private int relayOnce() {
        Integer moved = transactions.execute(status -> {
            // Not by the record's class, which would look up tenantId first and throw for every row.
            List<OutboxRow> rows = system.sql(claim).query(OutboxRelay::row).list();
            if (!rows.isEmpty()) {
                publisher.publish(rows);
                system.sql(delete).param("ids", rows.stream().map(OutboxRow::id).toArray(UUID[]::new))
                        .update();
            }
            return rows.size();
        });
        return moved == null ? 0 : moved;
    }

    private static OutboxRow row(ResultSet row, int number) throws SQLException {
        return new OutboxRow(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class),
                row.getString("destination"), row.getString("payload"));
    }

    private void backOff() {
        if (!running) {
            return;
        }
        try {
            Thread.sleep(BACK_OFF);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name("outbox-relay").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        worker.interrupt();
        try {
            worker.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
