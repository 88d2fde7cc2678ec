package dev.csai.chat.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Fixed windows counted in this process alone, for what must have a limit even while Redis is away: coarser, since
 * every replica counts by itself, and forgetful of the least used keys when there are very many.
 */
@Component
public class LocalWindows {

    private static final int REMEMBERED = 50_000;

    private final Cache<String, Window> windows;
    private final Clock clock;

    LocalWindows(Clock clock) {
        this.clock = clock;
        this.windows = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.<String, Window>creating((key, window) -> window.length()))
                .build();
    }

    private record Window(Instant end, Duration length, int taken) {}

    public Take.Counted take(String key, int limit, Duration length) {
        Instant now = clock.instant();
        Window window = windows.asMap().compute(key, (same, known) -> known == null || !now.isBefore(known.end())
                ? new Window(now.plus(length), length, 1)
                : new Window(known.end(), length, known.taken() + 1));
        return new Take.Counted(window.taken() <= limit, limit, length, Math.max(0, limit - window.taken()),
                Duration.between(now, window.end()));
    }
}
