package dev.csai.standalone;

import dev.csai.shared.db.MigrationSettings;
import dev.csai.shared.db.Migrations;
import dev.csai.shared.db.VectorForm;
import dev.csai.standalone.server.EmbeddedPostgres;
import dev.csai.standalone.server.EmbeddedRedis;
import dev.csai.standalone.server.ServerFolders;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database, migrated, and the cache. */
record Servers(EmbeddedPostgres postgres, EmbeddedRedis redis) {

    /** The schema of the broker, beside those of the apps. */
    private static final List<String> OWN_SCHEMAS = List.of("broker");

    /** Starts both at once; they are closed Redis first, the database last. */
    static Servers start(DataFolder folder, Secrets secrets, Executor threads, Closing closing) {
        ServerFolders folders = ServerFolders.under(folder.root());
        CompletableFuture<EmbeddedRedis> redis = CompletableFuture
                .supplyAsync(() -> EmbeddedRedis.start(folders, secrets.password("redis")), threads);
        EmbeddedPostgres postgres = closing.add(EmbeddedPostgres.start(folders, secrets.password("postgres")));
        migrate(postgres, secrets);
        return new Servers(postgres, closing.add(redis.join()));
    }

    private static void migrate(EmbeddedPostgres postgres, Secrets secrets) {
        Migrations.run(new MigrationSettings(postgres.jdbcUrl(), EmbeddedPostgres.SUPERUSER,
                secrets.password("postgres"), secrets.password("csai_app"), secrets.password("csai_system"),
                VectorForm.ARRAYS),
                OWN_SCHEMAS);
    }

    /** Opens a connection for every use; for the few things to do before the apps have their pools. */
    DataSource systemDataSource(Secrets secrets) {
        return new DriverManagerDataSource(postgres.jdbcUrl(), "csai_system", secrets.password("csai_system"));
    }

    /** Completes with a sentence when a server ends by itself. */
    CompletableFuture<String> failure() {
        return postgres.ended().thenApply(status -> "PostgreSQL ended with status " + status)
                .applyToEither(redis.ended().thenApply(status -> "Redis ended with status " + status), cause -> cause);
    }
}
