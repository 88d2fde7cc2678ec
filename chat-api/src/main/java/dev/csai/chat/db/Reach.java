package dev.csai.chat.db;

import dev.csai.shared.TenantId;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** How far somebody's reading goes: row-level security holds a tenant's to its own. */
public sealed interface Reach {

    <T> Mono<T> read(Function<DatabaseClient, Mono<T>> work);

    record OfTenant(TenantTransaction transaction, TenantId tenant) implements Reach {

        @Override
        public <T> Mono<T> read(Function<DatabaseClient, Mono<T>> work) {
            return transaction.in(tenant, work);
        }
    }

    record OfOperator(OperatorTransaction transaction) implements Reach {

        @Override
        public <T> Mono<T> read(Function<DatabaseClient, Mono<T>> work) {
            return transaction.in(work);
        }
    }
}
