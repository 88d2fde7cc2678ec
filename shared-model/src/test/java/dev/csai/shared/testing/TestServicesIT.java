package dev.csai.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TestServicesIT {

    @BeforeAll
    static void startTogether() {
        TestServices.prepare(Service.values());
    }

    @Test
    void pgvector_orders_by_distance() throws SQLException {
        Database database = TestServices.freshDatabase();

        try (Connection connection = database.connect()) {
            execute(connection, "create extension vector");
            execute(connection, "create table passages (name text, embedding vector(3))");
            execute(connection,
                    "insert into passages values ('far', '[9,9,9]'), ('near', '[1,2,3]'), ('mid', '[3,3,3]')");
            execute(connection, "create index on passages using hnsw (embedding vector_l2_ops)");

            assertThat(strings(connection, "select name from passages order by embedding <-> '[1,2,4]'"))
                    .containsExactly("near", "mid", "far");
        }
    }

    @Test
    void fresh_databases_are_separate() throws SQLException {
        Database one = TestServices.freshDatabase();
        Database other = TestServices.freshDatabase();

        try (Connection connection = one.connect()) {
            execute(connection, "create table only_here ()");
        }

        String tables = "select tablename from pg_tables where schemaname = 'public'";
        try (Connection connection = one.connect(); Connection otherConnection = other.connect()) {
            assertThat(strings(connection, tables)).containsExactly("only_here");
            assertThat(strings(otherConnection, tables)).isEmpty();
        }
    }

    @Test
    void the_app_role_enters_a_migrated_database() throws SQLException {
        Database database = TestServices.migratedDatabase();

        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), "csai_app",
                TestServices.APP_PASSWORD)) {
            assertThat(strings(connection, "select count(*) from chat.tenants")).containsExactly("0");
        }
    }

    @Test
    void a_quorum_queue_gives_back_a_confirmed_message() throws Exception {
        Broker broker = TestServices.freshBroker();
        String queue = broker.prefix() + "orders";

        try (var connection = factory(broker).newConnection(); var channel = connection.createChannel()) {
            channel.queueDeclare(queue, true, false, false, Map.of("x-queue-type", "quorum"));
            channel.confirmSelect();
            channel.basicPublish("", queue, MessageProperties.PERSISTENT_BASIC,
                    "kept".getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(Duration.ofSeconds(10).toMillis());

            assertThat(new String(channel.basicGet(queue, true).getBody(), StandardCharsets.UTF_8)).isEqualTo("kept");
            channel.queueDelete(queue);
        }
    }

    @Test
    void redis_counts_in_a_database_of_the_callers_own() {
        assertThat(increment(TestServices.freshRedis().toString())).isEqualTo(1);
        assertThat(increment(TestServices.freshRedis().toString())).isEqualTo(1);
    }

    @Test
    void properties_have_the_names_of_spring_boot() {
        assertThat(TestServices.properties(TestServices.freshDatabase())).containsOnlyKeys("spring.datasource.url",
                "spring.datasource.username", "spring.datasource.password", "spring.r2dbc.url",
                "spring.r2dbc.username", "spring.r2dbc.password", "spring.rabbitmq.host", "spring.rabbitmq.port",
                "spring.rabbitmq.username", "spring.rabbitmq.password", "spring.rabbitmq.virtual-host",
                "spring.cloud.stream.rabbit.default.producer.prefix",
                "spring.cloud.stream.rabbit.default.consumer.prefix", "spring.data.redis.url");
    }

    private static ConnectionFactory factory(Broker broker) {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setUsername(broker.username());
        factory.setPassword(broker.password());
        factory.setVirtualHost(broker.virtualHost());
        return factory;
    }

    private static long increment(String url) {
        try (RedisClient client = RedisClient.create(url);
                StatefulRedisConnection<String, String> connection = client.connect()) {
            return connection.sync().incr("count");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
