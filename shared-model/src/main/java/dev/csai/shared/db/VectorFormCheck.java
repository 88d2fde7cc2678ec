package dev.csai.shared.db;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stops an app that was told another form of vectors than its database was migrated for: its searches would find by
 * words alone, and nobody would be told.
 */
final class VectorFormCheck implements SmartInitializingSingleton {

    private final JdbcClient system;
    private final VectorForm told;

    VectorFormCheck(JdbcClient system, VectorForm told) {
        this.system = system;
        this.told = told;
    }

    /** @throws IllegalStateException if the forms differ */
    @Override
    public void afterSingletonsInstantiated() {
        boolean pgvector = system.sql("select to_regclass('ingest.vectors') is not null").query(Boolean.class).single();
        VectorForm migrated = pgvector ? VectorForm.PGVECTOR : VectorForm.ARRAYS;
        if (told != migrated) {
            throw new IllegalStateException(
                    "CSAI_VECTORS is %s here, but the migrations were told %s; give both the same".formatted(told,
                            migrated));
        }
    }
}
