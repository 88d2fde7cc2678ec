package dev.csai.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedeliveryTests {

    private final Redelivery redelivery = new Redelivery(5, Duration.ofSeconds(1), 2.0, Duration.ofSeconds(10));

    @Test
    void waits_twice_as_long_each_time_up_to_the_longest_delay() {
        assertThat(IntStream.rangeClosed(1, 6).mapToObj(redelivery::delayAfter)).containsExactly(
                Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8),
                Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    @Test
    void is_exhausted_by_the_last_allowed_delivery() {
        assertThat(redelivery.exhaustedBy(4)).isFalse();
        assertThat(redelivery.exhaustedBy(5)).isTrue();
    }

    @Test
    void refuses_a_limit_below_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Redelivery(0, Duration.ofSeconds(1), 2.0, Duration.ofSeconds(10)));
    }
}
