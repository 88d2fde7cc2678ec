package dev.csai.chat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.Answer;
import dev.csai.chat.testing.TestApp;
import dev.csai.shared.problem.ProblemException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginThrottleIT {

    private static final TestApp app = TestApp.strict();

    @Test
    void allows_an_address_ten_attempts_a_minute_whomever_they_are_for() {
        app.clock.forward(Duration.ofMinutes(1));
        IntStream.range(0, 10).forEach(attempt -> assertThat(app.login(TestApp.newEmail(), "guess").status())
                .isEqualTo(401));

        Answer eleventh = app.login(TestApp.newEmail(), "guess");

        assertThat(eleventh.status()).isEqualTo(429);
        assertThat(eleventh.problem()).isEqualTo("rate-limited");
        assertThat(eleventh.header("Retry-After")).contains("60");
        app.clock.forward(Duration.ofMinutes(1));
        assertThat(app.login(TestApp.newEmail(), "guess").status()).isEqualTo(401);
    }

    @Test
    void allows_an_email_ten_attempts_a_minute_wherever_they_come_from() {
        String email = TestApp.newEmail();
        IntStream.range(0, 10).forEach(attempt -> assertThat(refused("192.0.2." + attempt, email)).isFalse());

        assertThat(refused("192.0.2.10", email)).isTrue();
        assertThat(refused("192.0.2.10", TestApp.newEmail())).isFalse();
    }

    @Test
    void counts_a_whole_ipv6_network_as_one_address() {
        IntStream.range(0, 10)
                .forEach(attempt -> assertThat(refused("2001:db8::" + attempt, TestApp.newEmail())).isFalse());

        assertThat(refused("2001:db8::ffff", TestApp.newEmail())).isTrue();
        assertThat(refused("2001:db8:0:1::1", TestApp.newEmail())).isFalse();
    }

    private static boolean refused(String address, String email) {
        return app.context()
                .getBean(LoginThrottle.class)
                .admit(new InetSocketAddress(address, 1), email)
                .thenReturn(false)
                .onErrorReturn(ProblemException.class, true)
                .blockOptional()
                .orElseThrow();
    }
}
