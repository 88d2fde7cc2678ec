package dev.csai.chat.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.csai.chat.testing.MovableClock;
import dev.csai.shared.problem.ProblemException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class UnknownKeysTests {

    private static final InetSocketAddress GUESSER = new InetSocketAddress("192.0.2.1", 1);
    private static final InetSocketAddress OTHER = new InetSocketAddress("192.0.2.2", 1);

    private final MovableClock clock = new MovableClock();
    private final UnknownKeys unknown = new UnknownKeys(clock);
    private final AtomicInteger lookedUp = new AtomicInteger();

    @Test
    void looks_up_for_one_network_what_its_limit_allows_until_the_window_is_over() {
        guess(GUESSER, UnknownKeys.FROM_ONE + 10);

        assertThat(lookedUp).hasValue(UnknownKeys.FROM_ONE);
        guess(OTHER, 1);
        assertThat(lookedUp).hasValue(UnknownKeys.FROM_ONE + 1);

        clock.forward(UnknownKeys.WINDOW);
        guess(GUESSER, 1);
        assertThat(lookedUp).hasValue(UnknownKeys.FROM_ONE + 2);
    }

    @Test
    void looks_up_for_all_networks_together_what_their_limit_allows() {
        int networks = UnknownKeys.FROM_ALL / UnknownKeys.FROM_ONE + 1;

        IntStream.range(0, networks)
                .forEach(n -> guess(new InetSocketAddress("198.51.100." + n, 1), UnknownKeys.FROM_ONE));

        assertThat(lookedUp).hasValue(UnknownKeys.FROM_ALL);
    }

    @Test
    void does_not_count_what_found_a_key() {
        for (int n = 0; n < 2 * UnknownKeys.FROM_ONE; n++) {
            assertThat(unknown.admit(GUESSER, looking(Optional.of("key"))).block()).contains("key");
        }
    }

    @Test
    void does_not_count_what_failed() {
        for (int n = 0; n < 2 * UnknownKeys.FROM_ONE; n++) {
            Mono<Optional<String>> failing = unknown.admit(GUESSER, Mono.error(new IllegalStateException("away")));

            assertThatIllegalStateException().isThrownBy(failing::block).withMessage("away");
        }
    }

    @Test
    void holds_those_to_the_limit_too_who_ask_before_any_answer_is_there() {
        Sinks.One<Optional<String>> answer = Sinks.one();
        Mono<Optional<String>> slow = Mono.defer(() -> {
            lookedUp.incrementAndGet();
            return answer.asMono();
        });

        for (int n = 0; n < UnknownKeys.FROM_ONE + 10; n++) {
            unknown.admit(GUESSER, slow).onErrorComplete(ProblemException.class).subscribe();
        }

        assertThat(lookedUp).hasValue(UnknownKeys.FROM_ONE);
    }

    private void guess(InetSocketAddress from, int times) {
        for (int n = 0; n < times; n++) {
            unknown.admit(from, looking(Optional.empty())).onErrorComplete(ProblemException.class).block();
        }
    }

    private Mono<Optional<String>> looking(Optional<String> found) {
        return Mono.fromSupplier(() -> {
            lookedUp.incrementAndGet();
            return found;
        });
    }
}
