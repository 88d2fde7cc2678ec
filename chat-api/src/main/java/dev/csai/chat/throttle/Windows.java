package dev.csai.chat.throttle;

import dev.csai.chat.throttle.Take.Counted;
import dev.csai.chat.throttle.Take.Uncounted;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sliding windows in Redis, one script call a request. A window moves in steps of a second, so that no span of it minus
 * one second ever holds more than the limit.
 */
@Component
public class Windows {

    private static final Logger log = LoggerFactory.getLogger(Windows.class);

    private static final RedisScript<String> SCRIPT = RedisScript
            .of(new ClassPathResource("window.lua", Windows.class), String.class);
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final ReactiveStringRedisTemplate redis;
    private final Duration patience;
    private final Clock clock;
    private final Counter uncounted;
    private final AtomicLong nextWarning = new AtomicLong();

    Windows(ReactiveStringRedisTemplate redis, ThrottleSettings settings, Clock clock, MeterRegistry meters) {
        this.redis = redis;
        this.patience = settings.patience();
        this.clock = clock;
        this.uncounted = Counter.builder("csai.throttle.uncounted")
                .description("Requests let through because Redis could not count them")
                .register(meters);
    }

    /**
     * @param key what is counted; holds the tenant where there is one
     * @param limit units that it holds
     */
    public record Window(String key, int limit, Duration length) {}

    /** As {@link #take(List)}, of one window. */
    public Mono<Take> take(String key, int limit, Duration length) {
        return take(List.of(new Window(key, limit, length)));
    }

    /**
     * One unit of each window, or of none if one has none left, which is then the one that is told of. Never fails and
     * never takes longer than the patience of the settings: while Redis is away everything is let through, uncounted.
     *
     * @param windows with keys of one hash tag, so that a cluster keeps them together
     */
    Mono<Take> take(List<Window> windows) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Long.toString(clock.instant().getEpochSecond()));
        windows.forEach(window -> {
            arguments.add(Integer.toString(window.limit()));
            arguments.add(Long.toString(window.length().toSeconds()));
        });
        return redis.execute(SCRIPT, windows.stream().map(Window::key).toList(), arguments)
                .next()
                .map(answer -> counted(answer, windows))
                .timeout(patience)
                .onErrorResume(this::letThrough);
    }

    private static Take counted(String answer, List<Window> windows) {
        String[] words = answer.split(" ", 4);
        Window told = windows.get(Integer.parseInt(words[1]) - 1);
        return new Counted(words[0].equals("1"), told.limit(), told.length(), Long.parseLong(words[2]),
                Duration.ofSeconds(Long.parseLong(words[3])));
    }

    private Mono<Take> letThrough(Throwable failure) {
        uncounted.increment();
        long now = clock.millis();
        long due = nextWarning.get();
        if (now >= due && nextWarning.compareAndSet(due, now + BETWEEN_WARNINGS.toMillis())) {
            log.warn("Redis does not count requests, so only firm limits hold: {}", failure.toString());
        }
        return Mono.just(new Uncounted());
    }
}
