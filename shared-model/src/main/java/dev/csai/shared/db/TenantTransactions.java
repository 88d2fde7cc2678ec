package dev.csai.shared.db;

import dev.csai.shared.TenantId;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * JDBC work inside one transaction that row-level security binds to one tenant. Outside of it {@code csai_app} sees
 * no row of any tenant.
 */
public final class TenantTransactions {

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    public TenantTransactions(PlatformTransactionManager transactionManager, JdbcClient jdbc) {
        this.transactions = new TransactionTemplate(transactionManager);
        this.jdbc = jdbc;
    }

    public <T> T call(TenantId tenant, Supplier<T> work) {
        return transactions.execute(status -> {
            bind(tenant);
            return work.get();
        });
    }

    public void run(TenantId tenant, Runnable work) {
        transactions.executeWithoutResult(status -> {
            bind(tenant);
            work.run();
        });
    }

    private void bind(TenantId tenant) {
        jdbc.sql("select set_config('app.tenant', ?, true)").param(tenant.toString()).query(String.class).single();
    }
}
