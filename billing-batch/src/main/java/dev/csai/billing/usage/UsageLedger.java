package dev.csai.billing.usage;

import dev.csai.shared.TenantId;
import dev.csai.shared.db.TenantTransactions;
import dev.csai.shared.message.UsageRecorded;
import dev.csai.shared.message.UsageRecorded.UsageRecord;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds usage records, each of them once, however often its message comes. */
final class UsageLedger {

    private static final String ADD = """
            insert into billing.usage_records
              (tenant_id, id, meter, quantity, occurred_at, source, source_id, recorded_at)
            values (:tenant, :id, :meter, :quantity, :occurredAt, :source, :sourceId, :now)
            on conflict (tenant_id, id) do nothing
            """;

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    UsageLedger(TenantTransactions transactions, JdbcClient jdbc, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return how many of the records were new */
    int add(UsageRecorded usage) {
        return transactions.call(new TenantId(usage.tenantId()),
                () -> usage.records().stream().mapToInt(record -> add(usage, record)).sum());
    }

    private int add(UsageRecorded usage, UsageRecord record) {
        return jdbc.sql(ADD)
                .param("tenant", usage.tenantId())
                .param("id", record.id())
                .param("meter", record.meter().wireName())
                .param("quantity", record.quantity())
                .param("occurredAt", Timestamp.from(usage.occurredAt()))
                .param("source", usage.source())
                .param("sourceId", usage.sourceId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
