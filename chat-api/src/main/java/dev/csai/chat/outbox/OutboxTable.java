package dev.csai.chat.outbox;

import dev.csai.shared.message.Message;
import dev.csai.shared.outbox.Outbox;
import dev.csai.shared.outbox.OutboxRow;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Chat's outbox. Whoever wrote to it wakes the relay once the transaction is over. */
@Component
public class OutboxTable {

    private final JsonMapper json;

    OutboxTable(JsonMapper json) {
        this.json = json;
    }

    /** In the caller's transaction; the message leaves when that has committed, and never if it does not. */
    public Mono<Long> add(DatabaseClient db, Message message, String destination) {
        OutboxRow row = OutboxRow.of(message, destination, json);
        return db.sql(Outbox.insertInto("chat"))
                .bind("id", row.id())
                .bind("tenant", row.tenantId())
                .bind("destination", row.destination())
                .bind("payload", row.payload())
                .fetch()
                .rowsUpdated();
    }
}
