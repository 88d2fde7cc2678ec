package dev.csai.chat.once;

import dev.csai.chat.once.AnswerTable.Kept;
import dev.csai.shared.problem.ProblemException;
import dev.csai.shared.problem.ProblemType;
import dev.csai.shared.secret.Sealer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does what a request asks for and keeps the answer with it, in one transaction; the same request under the same key is
 * given that answer for 24 hours, and nothing is done. What fails leaves nothing, so that it can be tried again. An
 * answer may hold a secret that is shown but once, so all are sealed.
 */
@Component
public class Once {

    private static final Duration LIFE = Duration.ofHours(24);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final AnswerTable table;
    private final RequestHashes hashes;
    private final Sealer sealer;
    private final JsonMapper json;
    private final Clock clock;

    Once(AnswerTable table, RequestHashes hashes, Sealer sealer, JsonMapper json, Clock clock) {
        this.table = table;
        this.hashes = hashes;
        this.sealer = sealer;
        this.json = json;
        this.clock = clock;
    }

    /**
     * In the transaction of the effect. Whether the caller may ask for it at all is to be decided before. An effect that
     * completes empty has no answer, and none is kept.
     *
     * @param type of the answer as the client is told it; it comes back from its own JSON as it was
     * @throws ProblemException {@code in-flight} while the same is being done, {@code key-reused} if something else was
     *         asked for under this key
     */
    public <T> Mono<T> in(DatabaseClient db, Asked asked, Class<T> type, Supplier<Mono<T>> effect) {
        String text = asked.key().text();
        if (text == null) {
            return Mono.defer(effect);
        }
        Place place = hashes.place(asked.key(), text);
        String fingerprint = hashes.fingerprint(asked);
        return locked(db, place)
                .then(Mono.defer(() -> table.find(db, place, clock.instant())))
                .map(kept -> answerOf(kept, place, fingerprint, type))
                .switchIfEmpty(Mono.defer(effect)
                        .flatMap(answer -> keep(db, place, fingerprint, answer).thenReturn(answer)));
    }

    private Mono<Boolean> locked(DatabaseClient db, Place place) {
        return table.lock(db, place).filter(held -> held).switchIfEmpty(Mono.error(() -> ProblemException.retryLater(
                ProblemType.IN_FLIGHT, "The first request under this key is still being worked on.", RETRY_AFTER)));
    }

    private <T> T answerOf(Kept kept, Place place, String fingerprint, Class<T> type) {
        if (!kept.fingerprint().equals(fingerprint)) {
            throw ProblemException.of(ProblemType.KEY_REUSED,
                    "Something else was asked for under this key. Take a new key for each new request.");
        }
        // It may have been written by a newer version, which tells more.
        return json.readerFor(type).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(sealer.open(kept.answerSealed(), place.context()));
    }

    private Mono<Long> keep(DatabaseClient db, Place place, String fingerprint, Object answer) {
        Instant now = clock.instant();
        String sealed = sealer.seal(json.writeValueAsBytes(answer), place.context());
        return table.keep(db, place, new Kept(fingerprint, sealed), now, now.plus(LIFE));
    }
}
