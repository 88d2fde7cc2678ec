package dev.csai.chat.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.Call;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Behind a proxy on this machine, so that each test has visitors with addresses of their own. */
class VisitorThrottleIT {

    private static final TestApp app = TestApp.start(Map.of("csai.throttle.messages-per-visitor", "3",
            "csai.throttle.messages-per-network", "5", "csai.identity.logins-per-minute", "2",
            "csai.network.trusted-proxies", "127.0.0.0/8,::1,10.0.0.0/8"));

    private final TenantId tenant = app.tenant(100_000);
    private final String key = app.seed.publishableKey(tenant, List.of());

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void a_conversation_takes_three_messages_a_minute_its_first_included() {
        String session = say("192.0.2.1", "").send().text("/sessionId");
        String inSession = "\"sessionId\": \"%s\",".formatted(session);

        assertThat(IntStream.range(0, 4).mapToObj(i -> say("192.0.2." + i, inSession).send().status()).toList())
                .containsExactly(200, 200, 429, 429);
        Answer refused = say("192.0.2.9", inSession).send();
        assertThat(refused.problem()).isEqualTo("rate-limited");
        assertThat(refused.header("Retry-After")).contains("60");
        assertThat(messages()).isEqualTo(6);
        assertThat(say("192.0.2.9", "").send().status()).isEqualTo(200);
        app.clock.forward(Duration.ofMinutes(1));
        assertThat(say("192.0.2.1", inSession).send().status()).isEqualTo(200);
    }

    @Test
    void an_address_sends_five_messages_a_minute_however_many_send_them_at_once() {
        List<CompletableFuture<Answer>> sent = Stream.generate(() -> say("198.51.100.1", "").sendAsync()).limit(9)
                .toList();

        assertThat(sent.stream().map(each -> each.join().status()).sorted().toList())
                .containsExactly(200, 200, 200, 200, 200, 429, 429, 429, 429);
        assertThat(messages()).isEqualTo(10);
        assertThat(say("198.51.100.2", "").send().status()).isEqualTo(200);
        // Another tenant's visitors are none of its business.
        assertThat(app.post("/v1/chat/messages").key(app.seed.publishableKey(app.tenant(100), List.of()))
                .header("X-Forwarded-For", "198.51.100.1").json("{\"text\": \"Hello!\"}").send().status())
                .isEqualTo(200);
    }

    @Test
    void nobody_gets_more_by_making_up_where_they_come_from() {
        IntStream.range(0, 5).forEach(i -> assertThat(
                say("203.0.113." + i + ", 203.0.113.99, 10.1.2.3", "").send().status()).isEqualTo(200));

        assertThat(say("203.0.113.50, 203.0.113.99", "").send().status()).isEqualTo(429);
        assertThat(say("203.0.113.99:4711", "").send().status()).isEqualTo(429);
        assertThat(app.post("/v1/chat/messages").key(key).header("Forwarded", "for=203.0.113.99;proto=https")
                .json("{\"text\": \"Hello!\"}").send().status()).isEqualTo(429);
        assertThat(say("203.0.113.50", "").send().status()).isEqualTo(200);
    }

    @Test
    void an_ipv6_network_counts_as_one_address() {
        IntStream.range(0, 5).forEach(i -> assertThat(say("2001:db8::" + i, "").send().status()).isEqualTo(200));

        assertThat(say("2001:db8::ffff", "").send().status()).isEqualTo(429);
        assertThat(say("2001:db8:0:1::1", "").send().status()).isEqualTo(200);
    }

    @Test
    void log_ins_are_counted_by_whoever_stands_behind_the_proxy() {
        assertThat(Stream.generate(() -> login("192.0.2.77")).limit(3).toList()).containsExactly(401, 401, 429);
        assertThat(login("192.0.2.78")).isEqualTo(401);
    }

    private static int login(String address) {
        return app.post("/v1/auth/login").header("X-Forwarded-For", address).json("""
                {"email": "%s", "password": "guess"}""".formatted(TestApp.newEmail())).send().status();
    }

    private Call say(String forwardedFor, String session) {
        return app.post("/v1/chat/messages").key(key).header("X-Forwarded-For", forwardedFor)
                .json("{%s \"clientMessageId\": \"%s\", \"text\": \"Hello!\"}".formatted(session, UUID.randomUUID()));
    }

    private long messages() {
        return Long.parseLong(app.rows("select count(*) from chat.messages where tenant_id = '%s'".formatted(tenant))
                .getFirst());
    }
}
