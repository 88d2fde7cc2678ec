package dev.csai.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class OwnAutoConfigurationTests {

    private static final String RABBIT = "org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration";
    private static final String R2DBC = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration";
    private static final String JDBC = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration";

    @Test
    void no_app_gets_a_client_of_rabbitmq() {
        assertThat(kept("chat-api", RABBIT)).isFalse();
        assertThat(kept("billing-batch", RABBIT)).isFalse();
    }

    @Test
    void only_the_door_gets_r2dbc() {
        assertThat(kept("chat-api", R2DBC)).isTrue();
        assertThat(kept("ingest-pipeline", R2DBC)).isFalse();
    }

    @Test
    void what_all_depend_on_stays() {
        assertThat(kept("chat-api", JDBC)).isTrue();
        assertThat(kept("channel-adapters", JDBC)).isTrue();
    }

    private static boolean kept(String app, String autoConfiguration) {
        OwnAutoConfiguration filter = new OwnAutoConfiguration();
        filter.setEnvironment(new MockEnvironment().withProperty("spring.application.name", app));
        return filter.isOwn(autoConfiguration);
    }
}
