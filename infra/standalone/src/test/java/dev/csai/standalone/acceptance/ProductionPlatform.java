package dev.csai.standalone.acceptance;

import dev.csai.chat.seed.DemoPasswords;
import dev.csai.chat.seed.DemoSeed;
import dev.csai.shared.TenantId;
import dev.csai.shared.blob.BlobKey;
import dev.csai.shared.db.VectorForm;
import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.S3StandIn;
import dev.csai.shared.testing.Service;
import dev.csai.shared.testing.TestServices;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The four apps over RabbitMQ, PostgreSQL, Redis and S3-compatible storage: each in a process of its own, from the jar
 * that is deployed, with the settings that an operator makes.
 */
final class ProductionPlatform extends Platform {

    /** Held by those who stop its processes; shared by those who need all of them. */
    static final String LOCK = "production platform";

    private static final Duration MIGRATION_LIMIT = Duration.ofMinutes(2);

    private final S3StandIn s3;
    private final MailServer mail;
    private final Surroundings surroundings;
    private final Map<App, AppProcess> apps = new EnumMap<>(App.class);

    /** The demo's owner uploads them, once. */
    private boolean demoDocumentsLoaded;

    private ProductionPlatform(S3StandIn s3, MailServer mail, Surroundings surroundings) {
        this.s3 = s3;
        this.mail = mail;
        this.surroundings = surroundings;
    }

    static ProductionPlatform start() {
        return start(Map.of());
    }

    /** @param chat environment variables of chat-api beyond the usual */
    static ProductionPlatform start(Map<String, String> chat) {
        TestServices.prepare(Service.values());
        S3StandIn s3 = S3StandIn.start(Clock.systemUTC());
        MailServer mail = MailServer.start();
        ProductionPlatform platform = new ProductionPlatform(s3, mail,
                new Surroundings(TestServices.freshDatabase(), s3, mail, chat));
        try {
            platform.migrate();
            platform.startApps();
            return platform;
        } catch (RuntimeException failure) {
            platform.close();
            throw failure;
        }
    }

    /** Any app's jar holds the migrations. */
    private void migrate() {
        try (AppProcess migrations = AppProcess.launch("migrations",
                List.of("-cp", App.CHAT_API.jar().toString(), "dev.csai.shared.db.Migrations"),
                surroundings.ofMigrations())) {
            migrations.awaitDone(MIGRATION_LIMIT);
        }
    }

    /** All at once, in no order, as whatever runs them in production would. */
    private void startApps() {
        for (App app : App.values()) {
            apps.put(app, AppProcess.launch(app, surroundings.of(app)));
        }
        new DemoSeed(database(), Clock.systemUTC()).ensure(new DemoPasswords(PASSWORD, PASSWORD));
        apps.values().forEach(AppProcess::awaitStarted);
        http().send(http().to("/actuator/health/readiness").build()).expect(200);
    }

    /** One more process of an app, which its caller stops. */
    AppProcess oneMore(App app) {
        return AppProcess.launch(app, surroundings.of(app)).awaitStarted();
    }

    /** The app's first process, or the one that was started in its place. */
    AppProcess process(App app) {
        AppProcess process = apps.get(app);
        if (process == null) {
            throw new IllegalStateException(app + " was not started");
        }
        return process;
    }

    /** Starts a process in the place of each that has ended. */
    void startAgain() {
        List<App> ended = apps.keySet().stream().filter(app -> !process(app).isAlive()).toList();
        ended.forEach(app -> apps.put(app, AppProcess.launch(app, surroundings.of(app))));
        ended.forEach(app -> process(app).awaitStarted());
    }

    @Override
    List<String> mailsTo(String email) {
        return mail.to(email);
    }

    @Override
    Runnable hideBytes(TenantId tenant, UUID document) {
        return s3.lose(new BlobKey(tenant, document).toString());
    }

    @Override
    URI base() {
        return process(App.CHAT_API).base();
    }

    @Override
    synchronized Tenant readyDemo() {
        if (!demoDocumentsLoaded) {
            Tenant demo = demo();
            DemoDocuments.all().forEach(demo.owner()::upload);
            demoDocumentsLoaded = true;
        }
        return super.readyDemo();
    }

    @Override
    VectorForm vectors() {
        return VectorForm.PGVECTOR;
    }

    @Override
    DataSource database() {
        Database database = surroundings.database();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(database.jdbcUrl());
        source.setUser(database.username());
        source.setPassword(database.password());
        return source;
    }

    @Override
    public void close() {
        CompletableFuture.allOf(apps.values().stream()
                .map(process -> CompletableFuture.runAsync(process::close, Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new)).join();
        s3.close();
        mail.close();
    }
}
