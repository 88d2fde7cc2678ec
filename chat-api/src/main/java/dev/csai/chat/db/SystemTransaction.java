package dev.csai.chat.db;

import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * One transaction as {@code csai_system}: for what is read before the tenant is known (keys, log-in) and what is done
 * across tenants. Its pool is small and its own, so that nothing of the app role's pool ever runs with it. What operators
 * read of all tenants is no part of it: visitors' keys would wait for that.
 */
@Component
public class SystemTransaction implements DisposableBean {

    private static final int CONNECTIONS = 4;

    private final SystemPool pool;

    SystemTransaction(SystemR2dbcSettings settings) {
        this.pool = new SystemPool(settings, CONNECTIONS);
    }

    public <T> Mono<T> in(Function<DatabaseClient, Mono<T>> work) {
        return pool.in(work);
    }

    @Override
    public void destroy() {
        pool.close();
    }
}
