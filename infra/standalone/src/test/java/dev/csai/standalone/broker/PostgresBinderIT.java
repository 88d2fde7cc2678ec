package dev.csai.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.csai.standalone.server.EmbeddedPostgres;
import dev.csai.standalone.server.ServerFolders;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessagingException;

@Order(6)
class PostgresBinderIT {

    @TempDir
    static Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres postgres;

    private final String destination = "test." + UUID.randomUUID();

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeAll
    static void start() throws SQLException {
        postgres = EmbeddedPostgres.start(ServerFolders.under(folder), BrokerApp.PASSWORD);
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), EmbeddedPostgres.SUPERUSER,
                BrokerApp.PASSWORD); Statement statement = connection.createStatement()) {
            statement.execute("create role csai_system login password '" + BrokerApp.PASSWORD + "'");
            statement.execute("create schema broker");
            statement.execute("grant usage on schema broker to csai_system");
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/broker/V1__broker.sql"));
        }
    }

    @Test
    void hands_on_payload_content_type_and_headers() throws InterruptedException {
        Listener listener = new Listener();
        try (BrokerApp app = consumer("group", listener)) {
            app.send(destination, "שלום");
            Message<String> message = listener.next();
            assertThat(message.getPayload()).isEqualTo("שלום");
            assertThat(message.getHeaders()).containsEntry("csaiTenantId", "t1")
                    .hasEntrySatisfying("contentType", type -> assertThat(type).hasToString("application/json"));
        }
    }

    @Test
    void gives_every_group_each_message_once() throws InterruptedException {
        Listener first = new Listener();
        Listener second = new Listener();
        try (BrokerApp one = consumer("one", first); BrokerApp other = consumer("other", second)) {
            for (int number = 0; number < 20; number++) {
                one.send(destination, "message " + number);
            }
            assertThat(texts(first, 20)).isEqualTo(texts(second, 20)).hasSize(20);
            assertThat(first.isEmpty() && second.isEmpty()).isTrue();
            assertThat(other.context().isActive()).isTrue();
        }
    }

    @Test
    void shares_the_messages_of_a_group_among_its_consumers() throws InterruptedException {
        Listener first = new Listener();
        Listener second = new Listener();
        try (BrokerApp one = consumer("group", first); BrokerApp other = consumer("group", second)) {
            for (int number = 0; number < 50; number++) {
                other.send(destination, "message " + number);
            }
            awaitEmpty(one);
            assertThat(drain(first) + drain(second)).isEqualTo(50);
        }
    }

    @Test
    void keeps_the_messages_of_a_known_group_while_its_consumer_is_away() throws InterruptedException {
        consumer("group", new Listener()).close();
        try (BrokerApp publisher = BrokerApp.publisher(postgres.jdbcUrl())) {
            publisher.send(destination, "while you were out");
        }
        Listener listener = new Listener();
        try (BrokerApp app = consumer("group", listener)) {
            assertThat(listener.next().getPayload()).isEqualTo("while you were out");
            assertThat(app.context().isActive()).isTrue();
        }
    }

    @Test
    void delivers_again_after_a_failure_and_counts() throws InterruptedException {
        Listener listener = new Listener(message -> deliveries(message) == 3);
        try (BrokerApp app = consumer("group", listener)) {
            app.send(destination, "stubborn");
            assertThat(deliveries(listener.next())).isEqualTo(1);
            assertThat(deliveries(listener.next())).isEqualTo(2);
            assertThat(deliveries(listener.next())).isEqualTo(3);
            awaitEmpty(app);
            assertThat(deadLetter(app)).isEmpty();
        }
    }

    @Test
    void makes_a_message_a_dead_letter_after_five_failures() throws InterruptedException {
        Listener listener = new Listener(message -> false);
        try (BrokerApp app = consumer("group", listener)) {
            app.send(destination, "poison");
            for (int delivery = 1; delivery <= 5; delivery++) {
                assertThat(deliveries(listener.next())).isEqualTo(delivery);
            }
            awaitEmpty(app);
            assertThat(deadLetter(app)).containsEntry("deliveries", 5)
                    .containsEntry("failure_class", Listener.RefusedException.class.getName())
                    .containsEntry("failure_message", "no poison today")
                    .containsEntry("consumer_group", "group")
                    .containsEntry("text", "poison");
            assertThat(listener.isEmpty()).isTrue();
        }
    }

    @Test
    void sends_in_the_callers_transaction() throws InterruptedException {
        Listener listener = new Listener();
        try (BrokerApp app = consumer("group", listener)) {
            app.transactions().executeWithoutResult(status -> {
                app.send(destination, "taken back");
                status.setRollbackOnly();
            });
            app.transactions().executeWithoutResult(status -> app.send(destination, "meant"));
            assertThat(listener.next().getPayload()).isEqualTo("meant");
            awaitEmpty(app);
            assertThat(listener.isEmpty()).isTrue();
        }
    }

    @Test
    void refuses_to_lose_a_message_of_a_transaction_that_no_group_waits_for() {
        try (BrokerApp app = BrokerApp.publisher(postgres.jdbcUrl())) {
            assertThatThrownBy(
                    () -> app.transactions().executeWithoutResult(status -> app.send(destination, "to whom?")))
                    .isInstanceOf(MessagingException.class).hasStackTraceContaining("no consumer group is known for");
        }
    }

    @Test
    void forgets_a_subscription_without_group_when_its_app_ends() throws InterruptedException {
        Listener listener = new Listener();
        try (BrokerApp app = consumer("", listener)) {
            app.send(destination, "reply");
            assertThat(listener.next().getPayload()).isEqualTo("reply");
        }
        try (BrokerApp app = BrokerApp.publisher(postgres.jdbcUrl())) {
            assertThat(app.jdbc().sql("select count(*) from broker.consumer_group where destination = ?")
                    .param(destination).query(Integer.class).single()).isZero();
        }
    }

    @Test
    void delivers_again_what_a_killed_jvm_was_handling() throws IOException, InterruptedException {
        consumer("group", new Listener()).close();
        try (BrokerApp publisher = BrokerApp.publisher(postgres.jdbcUrl())) {
            publisher.send(destination, "half done");
        }
        Process jvm = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                ConsumerProcess.class.getName(), postgres.jdbcUrl(),
                destination, "group").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        awaitLine(jvm, "received half done");
        jvm.destroyForcibly().waitFor();
        Listener listener = new Listener();
        try (BrokerApp app = consumer("group", listener)) {
            Message<String> message = listener.next();
            assertThat(message.getPayload()).isEqualTo("half done");
            assertThat(deliveries(message)).isEqualTo(2);
            awaitEmpty(app);
        }
    }

    @Test
    void buries_a_message_that_killed_its_consumer_to_the_limit_without_handing_it_out_again()
            throws InterruptedException {
        consumer("group", new Listener()).close();
        try (BrokerApp publisher = BrokerApp.publisher(postgres.jdbcUrl())) {
            publisher.send(destination, "deadly");
            publisher.jdbc().sql("update broker.message set deliveries = 5 where destination = ?").param(destination)
                    .update();
        }
        Listener listener = new Listener();
        try (BrokerApp app = consumer("group", listener)) {
            awaitEmpty(app);
            assertThat(deadLetter(app)).containsEntry("text", "deadly")
                    .containsEntry("failure_message", "The process ended 5 times while it handled this message.");
            assertThat(listener.isEmpty()).isTrue();
        }
    }

    private BrokerApp consumer(String group, Listener listener) {
        return BrokerApp.consumer(postgres.jdbcUrl(), destination, group, listener);
    }

    private static int deliveries(Message<?> message) {
        return Integer.parseInt(String.valueOf(message.getHeaders().get("deliveryAttempt")));
    }

    private static Set<String> texts(Listener listener, int count) throws InterruptedException {
        Set<String> texts = new TreeSet<>();
        for (int number = 0; number < count; number++) {
            texts.add(listener.next().getPayload());
        }
        return texts;
    }

    private static int drain(Listener listener) throws InterruptedException {
        int count = 0;
        while (!listener.isEmpty()) {
            listener.next();
            count++;
        }
        return count;
    }

    private Map<String, Object> deadLetter(BrokerApp app) {
        return app.jdbc().sql("""
                select deliveries, failure_class, failure_message, consumer_group,
                  convert_from(payload, 'UTF8') as text
                from broker.dead_letter where destination = ?
                """).param(destination).query().listOfRows().stream().findFirst().orElse(Map.of());
    }

    /** Until every message of this test has been acknowledged or buried. */
    private void awaitEmpty(BrokerApp app) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (app.jdbc().sql("select count(*) from broker.message where destination = ?").param(destination)
                .query(Integer.class).single() > 0) {
            assertThat(System.nanoTime()).as("messages remain").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static void awaitLine(Process process, String wanted) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.equals(wanted)) {
            line = out.readLine();
        }
        assertThat(line).isEqualTo(wanted);
    }
}
