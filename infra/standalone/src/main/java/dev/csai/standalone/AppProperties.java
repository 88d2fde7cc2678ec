package dev.csai.standalone;

import java.util.HashMap;
import java.util.Map;

/** What the apps are told about their surroundings. Everything else they know from their own configuration files. */
final class AppProperties {

    private static final String SYSTEM = "csai_system";
    private static final String APP = "csai_app";

    /**
     * What holds for chat-api unless the environment says otherwise. Those who try it out have one address, and type
     * less than their scripts do.
     */
    static final Map<String, Object> CHAT_DEFAULTS = Map.of("csai.throttle.messages-per-visitor", 600,
            "csai.throttle.messages-per-network", 100_000);

    private AppProperties() {}

    static Map<String, Object> of(StandaloneSettings settings, DataFolder folder, Secrets secrets, Servers servers) {
        Map<String, Object> properties = new HashMap<>();
        addDatabase(properties, secrets, servers);
        // The embedded server has no pgvector.
        properties.put("csai.vectors", "arrays");
        properties.put("spring.data.redis.host", "127.0.0.1");
        properties.put("spring.data.redis.port", servers.redis().port());
        properties.put("spring.data.redis.password", secrets.password("redis"));
        properties.put("spring.cloud.stream.default-binder", "postgres");
        // The binder stores before it returns, so there is no confirm to wait for.
        properties.put("csai.outbox.confirms", false);
        properties.put("csai.blobs.directory", folder.root().resolve("blobs").toString());
        properties.put("csai.secrets.key", secrets.key("sealing"));
        properties.put("server.port", settings.port());
        properties.put("csai.public-url", "http://localhost:" + settings.port());
        // The operator reads them in the console.
        properties.put("csai.mail.keep", true);
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "4s");
        return properties;
    }

    private static void addDatabase(Map<String, Object> properties, Secrets secrets, Servers servers) {
        String jdbc = servers.postgres().jdbcUrl();
        String r2dbc = jdbc.replaceFirst("^jdbc:", "r2dbc:");
        properties.put("spring.datasource.url", jdbc);
        properties.put("spring.datasource.username", APP);
        properties.put("spring.datasource.password", secrets.password(APP));
        // Four pools on one small server: connections come when they are needed.
        properties.put("spring.datasource.hikari.minimum-idle", 1);
        properties.put("csai.system-datasource.url", jdbc);
        properties.put("csai.system-datasource.username", SYSTEM);
        properties.put("csai.system-datasource.password", secrets.password(SYSTEM));
        // The broker works with this pool too, and keeps one connection of it for its notifications.
        properties.put("csai.system-datasource.pool-size", 6);
        properties.put("spring.r2dbc.url", r2dbc);
        properties.put("spring.r2dbc.username", APP);
        properties.put("spring.r2dbc.password", secrets.password(APP));
        properties.put("csai.system-r2dbc.url", r2dbc);
        properties.put("csai.system-r2dbc.username", SYSTEM);
        properties.put("csai.system-r2dbc.password", secrets.password(SYSTEM));
    }
}
