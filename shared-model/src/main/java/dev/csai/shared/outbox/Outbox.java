package dev.csai.shared.outbox;

import dev.csai.shared.message.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes messages into a schema's {@code outbox} table; call it inside the transaction of the change it tells of. */
public final class Outbox {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final String insert;

    public Outbox(String schema, JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.insert = insertInto(schema);
    }

    /** The statement, with named parameters {@code id, tenant, destination, payload}; R2DBC writers share it. */
    public static String insertInto(String schema) {
        return """
                insert into %s.outbox (id, tenant_id, destination, payload)
                values (:id, :tenant, :destination, :payload)
                """.formatted(schema);
    }

    public void add(Message message, String destination) {
        OutboxRow row = OutboxRow.of(message, destination, json);
        jdbc.sql(insert)
                .param("id", row.id())
                .param("tenant", row.tenantId())
                .param("destination", row.destination())
                .param("payload", row.payload())
                .update();
    }
}
