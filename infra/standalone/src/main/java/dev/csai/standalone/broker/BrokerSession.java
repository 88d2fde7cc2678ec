package dev.csai.standalone.broker;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * One connection that stays open: it shows by an advisory lock that this binder lives, and hears of new messages. When
 * it breaks, the messages being handled count as abandoned, and a new session begins under another number.
 */
final class BrokerSession implements AutoCloseable {

    static final String CHANNEL = "broker_message";
    /** Tells the broker's advisory locks from others; any constant would do. */
    static final int LOCK_CLASS = 0x0C5A1;

    private static final Logger log = LoggerFactory.getLogger(BrokerSession.class);
    private static final Duration RECOVERY_INTERVAL = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final Duration RECONNECT_PAUSE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final MessageTable messages;
    private final Map<String, Set<Runnable>> listeners = new ConcurrentHashMap<>();
    private volatile boolean open = true;
    private volatile int id;
    private volatile Connection connection;
    private final Thread reader;

    BrokerSession(DataSource dataSource, MessageTable messages) {
        this.dataSource = dataSource;
        this.messages = messages;
        try {
            this.connection = begin();
        } catch (SQLException e) {
            throw new IllegalStateException("the broker's session could not begin", e);
        }
        messages.recover();
        this.reader = Thread.ofVirtual().name("broker-session").start(this::read);
    }

    int id() {
        return id;
    }

    /** Calls when a message may have come for the destination: at once after a reconnect, too. */
    void listen(String destination, Runnable listener) {
        listeners.computeIfAbsent(destination, name -> ConcurrentHashMap.newKeySet()).add(listener);
    }

    void forget(String destination, Runnable listener) {
        listeners.getOrDefault(destination, Set.of()).remove(listener);
    }

    private Connection begin() throws SQLException {
        Connection fresh = dataSource.getConnection();
        try {
            fresh.setAutoCommit(true);
            int number = lock(fresh);
            try (Statement statement = fresh.createStatement()) {
                statement.execute("listen " + CHANNEL);
            }
            id = number;
            return fresh;
        } catch (SQLException e) {
            fresh.close();
            throw e;
        }
    }

    private static int lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            while (true) {
                int number = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
                lock.setInt(1, LOCK_CLASS);
                lock.setInt(2, number);
                try (ResultSet row = lock.executeQuery()) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return number;
                    }
                }
            }
        }
    }

    private void read() {
        while (open) {
            try {
                PGNotification[] notifications = connection.unwrap(PGConnection.class)
                        .getNotifications((int) RECOVERY_INTERVAL.toMillis());
                if (notifications.length == 0) {
                    messages.recover();
                }
                for (PGNotification notification : notifications) {
                    listeners.getOrDefault(notification.getParameter(), Set.of()).forEach(Runnable::run);
                }
            } catch (SQLException | DataAccessException e) {
                if (open) {
                    log.warn("The broker's session broke and begins anew: {}", e.toString());
                    reconnect();
                }
            }
        }
    }

    private void reconnect() {
        abort();
        while (open) {
            try {
                connection = begin();
                messages.recover();
                listeners.values().forEach(all -> all.forEach(Runnable::run));
                return;
            } catch (SQLException | DataAccessException e) {
                log.warn("The broker's session cannot begin yet: {}", e.toString());
                LockSupport.parkNanos(RECONNECT_PAUSE.toNanos());
            }
        }
    }

    /** Cuts the connection instead of giving it back: a pool would keep the lock, and the reader may be blocked in it. */
    private void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            log.debug("The broker's connection had ended before", e);
        }
    }

    @Override
    public void close() {
        open = false;
        abort();
        try {
            reader.join(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
