package dev.csai.chat.db;

import dev.csai.shared.TenantId;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** One transaction as {@code csai_app} that row-level security binds to one tenant; outside of it no row is seen. */
@Component
public class TenantTransaction {

    static final Duration LIMIT = Duration.ofSeconds(15);

    private final DatabaseClient client;
    private final TransactionalOperator operator;

    TenantTransaction(DatabaseClient client, ReactiveTransactionManager transactions) {
        this.client = client;
        this.operator = TransactionalOperator.create(transactions);
    }

    /** Commits when the work completes, rolls back when it fails, is cancelled or takes longer than 15 seconds. */
    public <T> Mono<T> in(TenantId tenant, Function<DatabaseClient, Mono<T>> work) {
        return in(tenant, "", work);
    }

    /** @param settings further columns of the binding SELECT, which set for this transaction what the work needs set */
    public <T> Mono<T> in(TenantId tenant, String settings, Function<DatabaseClient, Mono<T>> work) {
        return client.sql("select set_config('app.tenant', :tenant, true)" + settings)
                .bind("tenant", tenant.toString())
                .fetch()
                .one()
                .then(Mono.defer(() -> work.apply(client)))
                .as(operator::transactional)
                .timeout(LIMIT);
    }
}
