package dev.csai.billing.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.csai.billing.BillingBatch;
import dev.csai.shared.Ids;
import dev.csai.shared.TenantId;
import dev.csai.shared.db.TenantTransactions;
import dev.csai.shared.message.Meter;
import dev.csai.shared.message.UsageRecorded;
import dev.csai.shared.message.UsageRecorded.UsageRecord;
import dev.csai.shared.testing.Broker;
import dev.csai.shared.testing.Database;
import dev.csai.shared.testing.TestServices;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

class UsageLedgerIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final Database DATABASE = TestServices.migratedDatabase();
    private static final Broker BROKER = TestServices.freshBroker();

    private static ConfigurableApplicationContext app;
    private static JdbcClient admin;

    private final TenantId tenant = new TenantId(Ids.next());

    @BeforeAll
    static void start() {
        Map<String, String> settings = new HashMap<>(TestServices.rabbitProperties(BROKER));
        settings.put("spring.datasource.url", DATABASE.jdbcUrl());
        settings.put("spring.datasource.username", "csai_app");
        settings.put("spring.datasource.password", TestServices.APP_PASSWORD);
        settings.put("csai.system-datasource.url", DATABASE.jdbcUrl());
        settings.put("csai.system-datasource.username", "csai_system");
        settings.put("csai.system-datasource.password", TestServices.SYSTEM_PASSWORD);
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        app = BillingBatch.application().run(arguments.toArray(String[]::new));
        admin = JdbcClient
                .create(new DriverManagerDataSource(DATABASE.jdbcUrl(), DATABASE.username(), DATABASE.password()));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void a_message_that_comes_twenty_times_is_recorded_once() {
        UsageRecorded usage = usage(tenant, 3);

        for (int i = 0; i < 20; i++) {
            send(usage);
        }
        passThrough();

        assertThat(admin.sql("""
                select meter, quantity, occurred_at, source, source_id from billing.usage_records
                where tenant_id = :tenant order by meter
                """).param("tenant", tenant.value()).query().listOfRows())
                .extracting("meter", "quantity", "source", "source_id")
                .containsExactly(tuple("input_tokens", 1200L, "turn", usage.sourceId()),
                        tuple("messages", 3L, "turn", usage.sourceId()));
    }

    @Test
    void the_view_gives_a_tenant_its_own_usage_and_nothing_without_one() {
        send(usage(tenant, 5));
        send(usage(new TenantId(Ids.next()), 7));
        passThrough();
        JdbcClient jdbc = app.getBean(JdbcClient.class);
        String sum = "select coalesce(sum(quantity), 0) from billing.usage_v1 where meter = 'messages'";

        assertThat(app.getBean(TenantTransactions.class).call(tenant, () -> jdbc.sql(sum).query(Long.class).single()))
                .isEqualTo(5);
        assertThat(jdbc.sql(sum).query(Long.class).single()).isZero();
    }

    @Test
    void a_recorded_fact_can_be_neither_changed_nor_removed() {
        send(usage(tenant, 5));
        passThrough();
        JdbcClient jdbc = app.getBean(JdbcClient.class);
        TenantTransactions transactions = app.getBean(TenantTransactions.class);

        for (String change : List.of("update billing.usage_records set quantity = 0",
                "delete from billing.usage_records")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> transactions.run(tenant, () -> jdbc.sql(change).update()))
                    .havingRootCause()
                    .withMessageContaining("permission denied");
        }
    }

    @Test
    void a_message_that_cannot_be_read_ends_among_the_dead_letters() {
        send("{\"records\": 1".getBytes(StandardCharsets.UTF_8));

        RabbitTemplate rabbit = rabbit();
        rabbit.setReceiveTimeout(PATIENCE.toMillis());
        var dead = Objects.requireNonNull(rabbit.receive(BROKER.prefix() + "csai.usage-recorded.billing-batch.dlq"));

        assertThat(dead.getBody()).asString(StandardCharsets.UTF_8).isEqualTo("{\"records\": 1");
    }

    private static UsageRecorded usage(TenantId tenant, long messages) {
        return new UsageRecorded(Ids.next(), tenant.value(), NOON, "turn", Ids.next(),
                List.of(new UsageRecord(Ids.next(), Meter.MESSAGES, messages),
                        new UsageRecord(Ids.next(), Meter.INPUT_TOKENS, 400 * messages)));
    }

    /** The queue keeps its order: when a later message is recorded, all before it were taken. */
    private static void passThrough() {
        UUID later = Ids.next();
        send(new UsageRecorded(Ids.next(), Ids.next(), NOON, "turn", Ids.next(),
                List.of(new UsageRecord(later, Meter.MESSAGES, 1))));
        await().atMost(PATIENCE).until(() -> admin.sql("select count(*) from billing.usage_records where id = :id")
                .param("id", later)
                .query(Integer.class)
                .single() == 1);
    }

    private static void send(UsageRecorded usage) {
        send(JsonMapper.shared().writeValueAsBytes(usage));
    }

    private static void send(byte[] payload) {
        rabbit().send(BROKER.prefix() + UsageRecorded.DESTINATION, UsageRecorded.DESTINATION,
                MessageBuilder.withBody(payload).setContentType("application/json").build());
    }

    private static RabbitTemplate rabbit() {
        return new RabbitTemplate(app.getBean(ConnectionFactory.class));
    }
}
