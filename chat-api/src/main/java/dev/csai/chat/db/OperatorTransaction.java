package dev.csai.chat.db;

import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * One transaction as {@code csai_system} in which an operator reads what may be of all tenants, and is as long as there is
 * much. However many pages of operators ask for it, they wait for each other and for nobody else.
 */
@Component
public class OperatorTransaction implements DisposableBean {

    private static final int CONNECTIONS = 2;

    private final SystemPool pool;

    OperatorTransaction(SystemR2dbcSettings settings) {
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
