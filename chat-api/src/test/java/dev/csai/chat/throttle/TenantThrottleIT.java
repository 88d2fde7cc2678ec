package dev.csai.chat.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TenantThrottleIT {

    private static final TestApp app = TestApp.shared();

    @Test
    void grants_exactly_the_plans_requests_to_many_who_ask_at_once() {
        String key = keyOfTenantWith(60);

        List<Answer> answers = ask(key, 75);

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(60);
        assertThat(answers).filteredOn(answer -> answer.problem().equals("rate-limited")).hasSize(15)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(429);
                    assertThat(answer.header("Retry-After")).contains("60");
                    assertThat(answer.header("RateLimit-Policy")).contains("\"tenant\";q=60;w=60");
                    assertThat(answer.header("RateLimit")).contains("\"tenant\";r=0;t=60");
                });
    }

    @Test
    void tells_what_is_left_with_every_answer() {
        String key = keyOfTenantWith(3);

        Answer first = app.get("/v1/widget/config").key(key).send();
        app.clock.forward(Duration.ofSeconds(20));
        Answer second = app.get("/v1/widget/config").key(key).send();

        assertThat(first.header("RateLimit-Policy")).contains("\"tenant\";q=3;w=60");
        assertThat(first.header("RateLimit")).contains("\"tenant\";r=2;t=60");
        assertThat(second.header("RateLimit")).contains("\"tenant\";r=1;t=40");
    }

    @Test
    void gives_back_what_was_used_a_minute_ago_and_nothing_else() {
        String key = keyOfTenantWith(2);
        ask(key, 1);
        app.clock.forward(Duration.ofSeconds(30));
        ask(key, 1);
        app.clock.forward(Duration.ofSeconds(29));
        assertThat(ask(key, 1)).extracting(Answer::status).containsExactly(429);

        app.clock.forward(Duration.ofSeconds(1));

        assertThat(ask(key, 2)).extracting(Answer::status).containsExactlyInAnyOrder(200, 429);
    }

    @Test
    void counts_all_keys_of_a_tenant_together_and_no_neighbour() {
        TenantId tenant = app.tenant(2);
        ask(app.seed.publishableKey(tenant, List.of()), 1);
        ask(app.seed.publishableKey(tenant, List.of()), 1);

        assertThat(ask(app.seed.publishableKey(tenant, List.of()), 1)).extracting(Answer::status).containsExactly(429);
        assertThat(ask(keyOfTenantWith(1), 1)).extracting(Answer::status).containsExactly(200);
    }

    @Test
    void does_not_count_what_was_refused_at_the_door() {
        String key = keyOfTenantWith(1);
        assertThat(app.get("/v1/widget/config").key(key).origin("https://evil.example").send().status()).isEqualTo(403);
        assertThat(app.get("/v1/admin/tenants").key(key).send().status()).isEqualTo(403);

        assertThat(ask(key, 1)).extracting(Answer::status).containsExactly(200);
    }

    private static String keyOfTenantWith(int requestsPerMinute) {
        return app.seed.publishableKey(app.tenant(requestsPerMinute), List.of());
    }

    private static List<Answer> ask(String key, int times) {
        return Stream.generate(() -> app.get("/v1/widget/config").key(key).sendAsync())
                .limit(times)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }
}
