package dev.csai.chat.throttle;

import dev.csai.chat.throttle.Take.Counted;
import dev.csai.chat.throttle.Take.Uncounted;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
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
 * Sliding windows in Redis, one script call a unit. A window moves in steps of a second, so that no span of it minus
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
     * Never fails and never takes longer than the patience of the settings: while Redis is away everything is let through, uncounted.
     *
     * @param key what is counted; holds the tenant where there is one
     */
    public Mono<Take> take(String key, int limit, Duration window) {
        List<String> arguments = List.of(Integer.toString(limit), Long.toString(window.toSeconds()),
                Long.toString(clock.instant().getEpochSecond()));
        return redis.execute(SCRIPT, List.of(key), arguments)
                .next()
                .map(answer -> counted(answer, limit, window))
                .timeout(patience)
                .onErrorResume(this::letThrough);
    }

    private static Take counted(String answer, int limit, Duration window) {
        String[] words = answer.split(" ", 3);
        return new Counted(words[0].equals("1"), limit, window, Long.parseLong(words[1]),
                Duration.ofSeconds(Long.parseLong(words[2])));
    }

    private Mono<Take> letThrough(Throwable failure) {
        uncounted.increment();
        long now = clock.millis();
        long due = nextWarning.get();
        if (now >= due && nextWarning.compareAndSet(due, now + BETWEEN_WARNINGS.toMillis())) {
            log.warn("Redis does not count requests, so no limit holds: {}", failure.toString());
        }
        return Mono.just(new Uncounted());
    }
}
