package dev.csai.standalone.acceptance;

import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.S3StandIn;
import dev.csai.shared.testing.TestServices;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The services of one installation, and what an operator tells of them: to each app what it needs and nothing else, as
 * environment variables.
 */
final class Surroundings {

    private static final int KEY_BYTES = 32;
    private static final String VECTORS = "pgvector";

    private final Database database;
    private final Map<String, String> broker;
    private final String redis;
    private final Map<String, String> storage;
    private final Map<String, String> mail;
    private final Map<String, String> chat;
    private final String key = newKey();

    /** @param chat environment variables of chat-api beyond the usual */
    Surroundings(Database database, S3StandIn s3, MailServer mail, Map<String, String> chat) {
        this.database = database;
        this.chat = chat;
        this.broker = TestServices.rabbitProperties(TestServices.freshBroker());
        this.redis = TestServices.freshRedis().toString();
        this.storage = s3.properties();
        this.mail = mail.properties();
    }

    Database database() {
        return database;
    }

    /** For the run that precedes the apps. */
    Map<String, String> ofMigrations() {
        return Map.of(
                "CSAI_MIGRATION_URL", database.jdbcUrl(),
                "CSAI_MIGRATION_USER", database.username(),
                "CSAI_MIGRATION_PASSWORD", database.password(),
                "CSAI_APP_PASSWORD", TestServices.APP_PASSWORD,
                "CSAI_SYSTEM_PASSWORD", TestServices.SYSTEM_PASSWORD,
                "CSAI_VECTORS", VECTORS);
    }

    Map<String, String> of(App app) {
        Map<String, String> properties = new HashMap<>(broker);
        switch (app) {
            case CHAT_API -> addChat(properties);
            case INGEST_PIPELINE -> {
                addJdbc(properties);
                properties.put("csai.vectors", VECTORS);
                properties.putAll(storage);
                // What a killed process leaves is taken up when this has passed.
                properties.put("csai.ingest.work.lease", "10s");
            }
            case BILLING_BATCH -> addJdbc(properties);
            case CHANNEL_ADAPTERS -> {
                addJdbc(properties);
                properties.put("csai.secrets.key", key);
                properties.putAll(mail);
            }
        }
        Map<String, String> variables = new HashMap<>(variables(properties));
        if (app == App.CHAT_API) {
            variables.putAll(chat);
        }
        if (app == App.INGEST_PIPELINE) {
            variables.putAll(Platforms.longDocuments());
        }
        return variables;
    }

    private void addChat(Map<String, String> properties) {
        addAccount(properties, "spring.r2dbc", database.r2dbcUrl(), "csai_app", TestServices.APP_PASSWORD);
        addSystem(properties, "csai.system-r2dbc", database.r2dbcUrl());
        addSystem(properties, "csai.system-datasource", database.jdbcUrl());
        properties.put("csai.vectors", VECTORS);
        properties.put("spring.data.redis.url", redis);
        properties.putAll(storage);
        properties.put("csai.secrets.key", key);
        properties.put("csai.public-url", "https://csai.test");
        properties.put("server.port", "0");
        // The suites log in and write from one address more often than people do.
        properties.put("csai.identity.logins-per-minute", "100000");
        properties.put("csai.throttle.messages-per-visitor", "100000");
        properties.put("csai.throttle.messages-per-network", "1000000");
    }

    private void addJdbc(Map<String, String> properties) {
        addAccount(properties, "spring.datasource", database.jdbcUrl(), "csai_app", TestServices.APP_PASSWORD);
        addSystem(properties, "csai.system-datasource", database.jdbcUrl());
    }

    private static void addSystem(Map<String, String> properties, String pool, String url) {
        addAccount(properties, pool, url, "csai_system", TestServices.SYSTEM_PASSWORD);
    }

    private static void addAccount(Map<String, String> properties, String pool, String url, String username,
            String password) {
        properties.put(pool + ".url", url);
        properties.put(pool + ".username", username);
        properties.put(pool + ".password", password);
    }

    /** The names under which Spring Boot finds properties in the environment. */
    private static Map<String, String> variables(Map<String, String> properties) {
        return properties.entrySet().stream().collect(Collectors.toMap(
                property -> property.getKey().replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT),
                Map.Entry::getValue));
    }

    private static String newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
