package dev.csai.standalone.broker;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.integration.IntegrationMessageHeaderAccessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The broker's tables. Sending joins the caller's transaction; every other call is one statement and one transaction of
 * its own.
 */
final class MessageTable {

    /** A message handed to a consumer; {@code deliveries} counts this one too and survives a crash of the consumer. */
    record Delivery(long id, int deliveries, Message<byte[]> message) {}

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {
    };
    private static final int FAILURE_LIMIT = 2_000;

    /*
     * The transactions of claims and acknowledgements do not wait for the disk: what a crash of the whole machine
     * forgets of them is delivered once more, which consumers must bear anyway.
     */
    private static final String WITHOUT_WAITING = "set_config('synchronous_commit', 'off', true)";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MessageTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void register(String destination, String group) {
        jdbc.sql("""
                insert into broker.consumer_group (destination, name) values (?, ?)
                on conflict (destination, name) do nothing
                """).params(destination, group).update();
    }

    void registerForSession(String destination, String group, int session) {
        jdbc.sql("insert into broker.consumer_group (destination, name, session) values (?, ?, ?)")
                .params(destination, group, session).update();
    }

    void unregister(String destination, String group) {
        jdbc.sql("delete from broker.consumer_group where destination = ? and name = ?").params(destination, group)
                .update();
    }

    /** Stores one copy for every group of the destination and tells their consumers at commit; returns the copies. */
    int send(String destination, byte[] payload, Map<String, String> headers) {
        return jdbc.sql("""
                with sent as (
                  insert into broker.message (destination, consumer_group, payload, headers)
                  select destination, name, :payload, cast(:headers as jsonb)
                  from broker.consumer_group where destination = :destination
                  returning id)
                select count(*) from sent, pg_notify(:channel, :destination)
                """)
                .param("destination", destination)
                .param("payload", payload)
                .param("headers", json.writeValueAsString(headers))
                .param("channel", BrokerSession.CHANNEL)
                .query(Integer.class).single();
    }

    /** Takes the oldest message that waits for the group and counts the delivery, before anybody sees the message. */
    Optional<Delivery> claim(String destination, String group, int session) {
        return jdbc.sql("""
                update broker.message set session = :session, deliveries = deliveries + 1
                where id = (
                  select id from broker.message, (select %s) as commit
                  where destination = :destination and consumer_group = :group
                    and session is null and available_at <= now()
                  order by id limit 1 for update of message skip locked)
                returning id, deliveries, payload, headers
                """.formatted(WITHOUT_WAITING))
                .param("session", session).param("destination", destination).param("group", group)
                .query((row, number) -> delivery(row)).optional();
    }

    private Delivery delivery(ResultSet row) throws SQLException {
        int deliveries = row.getInt("deliveries");
        Message<byte[]> message = MessageBuilder.withPayload(row.getBytes("payload"))
                .copyHeaders(json.readValue(row.getString("headers"), HEADERS))
                .setHeader(IntegrationMessageHeaderAccessor.DELIVERY_ATTEMPT, new AtomicInteger(deliveries))
                .build();
        return new Delivery(row.getLong("id"), deliveries, message);
    }

    void acknowledge(Delivery delivery, int session) {
        jdbc.sql("""
                delete from broker.message using (select %s) as commit where id = ? and session = ?
                """.formatted(WITHOUT_WAITING)).params(delivery.id(), session).update();
    }

    void redeliver(Delivery delivery, int session, Duration delay) {
        jdbc.sql("""
                update broker.message set session = null, available_at = now() + make_interval(secs => ?)
                where id = ? and session = ?
                """).params(delay.toMillis() / 1000.0, delivery.id(), session).update();
    }

    void bury(Delivery delivery, int session, Throwable failure) {
        String text = String.valueOf(failure.getMessage());
        jdbc.sql("""
                with buried as (delete from broker.message where id = :id and session = :session returning *)
                insert into broker.dead_letter (id, destination, consumer_group, payload, headers, sent_at, deliveries,
                  failure_class, failure_message)
                select id, destination, consumer_group, payload, headers, sent_at, deliveries, :class, :message
                from buried
                """)
                .param("id", delivery.id()).param("session", session)
                .param("class", failure.getClass().getName())
                // PostgreSQL stores no U+0000 in text.
                .param("message", text.substring(0, Math.min(text.length(), FAILURE_LIMIT)).replace('\0', ' '))
                .update();
    }

    /** How long until the next message of the group is due; empty if none waits. */
    Optional<Duration> nextDue(String destination, String group) {
        return jdbc.sql("""
                select greatest(0, ceil(extract(epoch from min(available_at) - clock_timestamp()) * 1000))
                from broker.message where destination = ? and consumer_group = ? and session is null
                having count(*) > 0
                """).params(destination, group).query(Long.class).optional().map(Duration::ofMillis);
    }

    /**
     * Frees the messages that sessions which are gone were handling, and forgets their subscriptions. A live session
     * holds the advisory lock of its number.
     */
    void recover() {
        String gone = """
                session is not null and not exists (
                  select from pg_locks
                  where locktype = 'advisory' and granted and classid = %d and objid = session::oid and objsubid = 2
                    and database = (select oid from pg_database where datname = current_database()))
                """.formatted(BrokerSession.LOCK_CLASS);
        jdbc.sql("update broker.message set session = null where " + gone).update();
        jdbc.sql("delete from broker.consumer_group where " + gone).update();
    }
}
