package dev.csai.chat.once;

import dev.csai.chat.sweep.ExpiredRows;
import dev.csai.chat.sweep.Sweeper;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Purges answers that are given no more. */
@Component
class ExpiredAnswers extends Sweeper {

    private static final Duration PERIOD = Duration.ofHours(1);

    private final ExpiredRows rows;

    ExpiredAnswers(ExpiredRows rows) {
        super("Expired answers", PERIOD);
        this.rows = rows;
    }

    @Override
    protected Mono<Void> sweep() {
        return rows.purge("idempotency_keys");
    }
}
