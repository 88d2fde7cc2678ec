package dev.csai.chat.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.access.Role;
import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import dev.csai.shared.testing.PrivateServices;
import dev.csai.shared.testing.Service;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedisAwayIT {

    @Test
    void lets_requests_through_uncounted_but_neither_guesses_nor_what_costs_us_while_redis_is_away() {
        try (PrivateServices services = PrivateServices.durable(Service.REDIS);
                TestApp app = TestApp.start(Map.of("spring.data.redis.url",
                        services.url(Service.REDIS).toString(), "csai.trial.per-minute", "2"))) {
            TenantId tenant = app.tenant(1);
            String key = app.seed.publishableKey(tenant, List.of());
            String email = TestApp.newEmail();
            app.member(tenant, Role.OWNER, email);
            assertThat(widget(app, key).status()).isEqualTo(200);
            assertThat(widget(app, key).status()).isEqualTo(429);

            services.crash(Service.REDIS);

            assertThat(List.of(widget(app, key), widget(app, key))).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header("RateLimit")).isEmpty();
            });
            String owner = app.token(email);
            // Guessing alone is still limited, by each process for itself.
            assertThat(IntStream.range(0, 9).map(guess -> app.login(email, "wrong").status())).containsOnly(401);
            Answer refused = app.login(email, TestApp.PASSWORD);
            assertThat(refused.problem()).isEqualTo("rate-limited");
            assertThat(refused.header("Retry-After")).contains("60");
            assertThat(statuses(app, owner, "/v1/tenant/widget/installation-check", "{\"url\": \"https://127.0.0.1/\"}",
                    11))
                    .containsExactly(200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 429);
            assertThat(statuses(app, owner, "/v1/assistant/test", "{\"text\": \"Hello!\"}", 3)).containsExactly(200,
                    200, 429);
            assertThat(app.context().getBean(MeterRegistry.class).counter("csai.throttle.uncounted").count())
                    .isGreaterThanOrEqualTo(3);
        }
    }

    private static IntStream statuses(TestApp app, String token, String path, String body, int times) {
        return IntStream.range(0, times).map(each -> app.post(path).token(token).json(body).send().status());
    }

    private static Answer widget(TestApp app, String key) {
        return app.get("/v1/widget/config").key(key).send();
    }
}
