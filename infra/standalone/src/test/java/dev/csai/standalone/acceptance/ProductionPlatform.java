package dev.csai.standalone.acceptance;

import dev.csai.adapter.ChannelAdapters;
import dev.csai.billing.BillingBatch;
import dev.csai.chat.ChatApi;
import dev.csai.chat.seed.DemoPasswords;
import dev.csai.chat.seed.DemoSeed;
import dev.csai.ingest.IngestPipeline;
import dev.csai.shared.db.VectorForm;
import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.TestServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The four apps over RabbitMQ, PostgreSQL and Redis, as they are deployed, but in this JVM. */
final class ProductionPlatform extends Platform {

    private static final List<Supplier<SpringApplicationBuilder>> APPS = List.of(ChatApi::application,
            IngestPipeline::application, BillingBatch::application, ChannelAdapters::application);

    private final Database database;
    private final Path blobs;
    private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

    private ProductionPlatform(Database database, Path blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    static ProductionPlatform start() {
        ProductionPlatform platform = new ProductionPlatform(TestServices.migratedDatabase(VectorForm.PGVECTOR),
                newFolder());
        new DemoSeed(platform.database(), Clock.systemUTC()).ensure(new DemoPasswords(PASSWORD, PASSWORD));
        Map<String, Object> properties = properties(platform.database, platform.blobs);
        APPS.forEach(app -> platform.contexts.add(run(app.get(), properties)));
        return platform;
    }

    private static ConfigurableApplicationContext run(SpringApplicationBuilder app, Map<String, Object> properties) {
        return app.registerShutdownHook(false)
                .initializers(context -> context.getEnvironment().getPropertySources()
                        .addFirst(new MapPropertySource("acceptance", properties)))
                .run();
    }

    private static Map<String, Object> properties(Database database, Path blobs) {
        Map<String, Object> properties = new HashMap<>(TestServices.properties(database));
        for (String pool : List.of("spring.datasource", "spring.r2dbc")) {
            properties.put(pool + ".username", "csai_app");
            properties.put(pool + ".password", TestServices.APP_PASSWORD);
        }
        properties.put("csai.system-datasource.url", database.jdbcUrl());
        properties.put("csai.system-r2dbc.url", database.r2dbcUrl());
        for (String pool : List.of("csai.system-datasource", "csai.system-r2dbc")) {
            properties.put(pool + ".username", "csai_system");
            properties.put(pool + ".password", TestServices.SYSTEM_PASSWORD);
        }
        properties.put("csai.vectors", "pgvector");
        properties.put("csai.blobs.directory", blobs.toString());
        properties.put("csai.secrets.key", Base64.getEncoder().encodeToString(new byte[32]));
        properties.put("spring.cloud.stream.default-binder", "rabbit");
        properties.put("server.port", 0);
        properties.put("spring.main.banner-mode", "off");
        return properties;
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("csai-blobs-");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for blobs", e);
        }
    }

    @Override
    Path blobs() {
        return blobs;
    }

    @Override
    URI base() {
        return URI.create("http://localhost:"
                + contexts.getFirst().getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    DataSource database() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(database.jdbcUrl());
        source.setUser(database.username());
        source.setPassword(database.password());
        return source;
    }

    @Override
    public void close() {
        contexts.forEach(ConfigurableApplicationContext::close);
    }
}
