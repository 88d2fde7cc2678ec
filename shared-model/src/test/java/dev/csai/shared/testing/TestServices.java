package dev.csai.shared.testing;

import dev.csai.shared.db.VectorForm;
import java.net.URI;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The servers that tests run on, each started when first asked for and shared by the whole JVM. They come from the URLs
 * in the environment ({@code infra/test} sets them for all modules), else from Docker, else from installed binaries; if
 * none can be had the test fails and says what to install.
 */
public final class TestServices {

    /** Password of {@code csai_app}. Roles belong to the server, so all its databases must agree on one. */
    public static final String APP_PASSWORD = "test-app";

    /** Password of {@code csai_system}. */
    public static final String SYSTEM_PASSWORD = "test-system";

    private static final Map<Service, CompletableFuture<URI>> URLS = new ConcurrentHashMap<>();

    private static @Nullable Databases databases;

    private TestServices() {}

    /** A new, empty database. */
    public static Database freshDatabase() {
        return databases().fresh();
    }

    /** A new database in which the migrations have run. */
    public static Database migratedDatabase() {
        return migratedDatabase(VectorForm.ARRAYS);
    }

    /** The same, with vectors kept as the test asks; the apps must be told of it by {@code csai.vectors}. */
    public static Database migratedDatabase(VectorForm vectors) {
        return databases().migrated(vectors);
    }

    /** The broker with a new prefix, which {@link #rabbitProperties} gives to Stream; other names need it by hand. */
    public static Broker freshBroker() {
        URI url = url(Service.RABBIT);
        Endpoint endpoint = Endpoint.of(url);
        String prefix = "t" + HexFormat.of().toHexDigits(RandomGenerator.getDefault().nextInt()) + ".";
        return new Broker(endpoint.host(), endpoint.port(), endpoint.username(), endpoint.password(),
                url.getPath().substring(1), prefix);
    }

    /** The next of the server's logical databases, as {@code redis://:password@host:port/number}. */
    public static URI freshRedis() {
        return new RedisDatabases(url(Service.REDIS)).fresh();
    }

    /**
     * The database as super-user, a fresh broker prefix and a fresh Redis database under the names Spring Boot gives
     * them. All three servers start at once.
     */
    public static Map<String, String> properties(Database database) {
        Map<String, String> properties = new HashMap<>(postgresProperties(database));
        prepare(Service.RABBIT);
        prepare(Service.REDIS);
        properties.putAll(rabbitProperties(freshBroker()));
        properties.put("spring.data.redis.url", freshRedis().toString());
        return Map.copyOf(properties);
    }

    public static Map<String, String> postgresProperties(Database database) {
        return Map.of(
                "spring.datasource.url", database.jdbcUrl(),
                "spring.datasource.username", database.username(),
                "spring.datasource.password", database.password(),
                "spring.r2dbc.url", database.r2dbcUrl(),
                "spring.r2dbc.username", database.username(),
                "spring.r2dbc.password", database.password());
    }

    public static Map<String, String> rabbitProperties(Broker broker) {
        return Map.of(
                "spring.rabbitmq.host", broker.host(),
                "spring.rabbitmq.port", Integer.toString(broker.port()),
                "spring.rabbitmq.username", broker.username(),
                "spring.rabbitmq.password", broker.password(),
                "spring.rabbitmq.virtual-host", broker.virtualHost(),
                "spring.cloud.stream.rabbit.default.producer.prefix", broker.prefix(),
                "spring.cloud.stream.rabbit.default.consumer.prefix", broker.prefix());
    }

    /** Begins to start the servers that a test is going to need, together and without waiting. */
    public static void prepare(Service... services) {
        for (Service service : services) {
            // Whoever asks for the URL learns of a failure.
            var _ = start(service);
        }
    }

    static URI url(Service service) {
        try {
            return start(service).join();
        } catch (CompletionException e) {
            throw new IllegalStateException("%s, or start a Docker engine, or set %s".formatted(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), service.variable()), e);
        }
    }

    private static synchronized Databases databases() {
        Databases known = databases;
        if (known == null) {
            known = new Databases(url(Service.POSTGRES));
            databases = known;
        }
        return known;
    }

    private static CompletableFuture<URI> start(Service service) {
        return URLS.computeIfAbsent(service,
                asked -> CompletableFuture.supplyAsync(() -> obtain(asked), Thread::startVirtualThread));
    }

    private static URI obtain(Service service) {
        String given = System.getenv(service.variable());
        if (given != null) {
            return URI.create(given);
        }
        if (Containers.available()) {
            return Containers.start(service);
        }
        return PrivateServices.quick(service).url(service);
    }
}
