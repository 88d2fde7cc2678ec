package dev.csai.chat.usage;

import dev.csai.chat.db.TenantTransaction;
import dev.csai.chat.usage.MonthlyUsage.Usage;
import dev.csai.shared.TenantId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What tenants use just now. */
@Component
public class Usages {

    private final TenantTransaction transaction;
    private final MonthlyUsage usage;
    private final Clock clock;

    Usages(TenantTransaction transaction, MonthlyUsage usage, Clock clock) {
        this.transaction = transaction;
        this.usage = usage;
        this.clock = clock;
    }

    /** When the current period began. */
    public Instant periodStart() {
        return MonthlyUsage.periodStart(clock.instant());
    }

    /** In a transaction of its own. */
    public Mono<Usage> current(TenantId tenant) {
        return transaction.in(tenant, db -> usage.of(db, tenant, clock.instant()));
    }
}
