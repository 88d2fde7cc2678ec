package dev.csai.chat.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.csai.chat.testing.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LocalWindowsTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MovableClock clock = new MovableClock();
    private final LocalWindows windows = new LocalWindows(clock);

    @Test
    void grants_so_many_in_a_window_and_none_more() {
        assertThat(windows.take("a", 2, MINUTE)).isEqualTo(new Take.Counted(true, 2, MINUTE, 1, MINUTE));
        clock.forward(Duration.ofSeconds(20));
        assertThat(windows.take("a", 2, MINUTE).granted()).isTrue();
        assertThat(windows.take("a", 2, MINUTE))
                .isEqualTo(new Take.Counted(false, 2, MINUTE, 0, Duration.ofSeconds(40)));
    }

    @Test
    void begins_anew_when_the_window_is_over() {
        windows.take("a", 1, MINUTE);
        assertThat(windows.take("a", 1, MINUTE).granted()).isFalse();

        clock.forward(MINUTE);

        assertThat(windows.take("a", 1, MINUTE).granted()).isTrue();
    }

    @Test
    void counts_each_key_by_itself() {
        windows.take("a", 1, MINUTE);

        assertThat(windows.take("b", 1, MINUTE).granted()).isTrue();
    }
}
